import type { ReleaseDocument } from '@liaison-atlas/shared/publication/release';
import type { ReleaseStamp } from '@liaison-atlas/shared/publication/release-stamp';
import { Injectable } from '@nestjs/common';
import { InjectRepository } from '@nestjs/typeorm';
import { IsNull, Not, type Repository } from 'typeorm';

import { UnitOfWork } from '../database/unit-of-work.js';
import { isRoundId, roundTopic } from '../fieldwork/round.service.js';
import { DomainError } from '../platform/domain-error.js';
import { Release } from './release.entity.js';

/** A release as read: the document, and the hash of the text it is stored as. */
export interface StoredRelease {
  readonly document: ReleaseDocument;
  readonly stamp: ReleaseStamp;
  /** What the lead wrote beside it; '' = nothing. */
  readonly note: string;
  /** Number of the freeze that it stands on; null = the live state of its moment, or an imported report. */
  readonly freeze: number | null;
}

interface Latest {
  readonly version: number;
  readonly release: StoredRelease;
}

/** Reads releases. They never change, so one that has been read is kept; the latest is looked up when its round changed. */
@Injectable()
export class ReleaseStore {
  private readonly latest = new Map<string, Latest>();
  private readonly byId = new Map<string, StoredRelease>();

  constructor(
    @InjectRepository(Release) private readonly releases: Repository<Release>,
    private readonly unitOfWork: UnitOfWork,
  ) {}

  /** The newest release of a round; null while there is none. */
  async findLatest(roundId: string): Promise<StoredRelease | null> {
    if (!isRoundId(roundId)) return null;
    const version = await this.unitOfWork.version(roundTopic(roundId));
    const known = this.latest.get(roundId);
    if (known?.version === version) return known.release;
    const [head] = await this.releases.find({
      where: { roundId },
      select: { id: true, number: true },
      order: { number: 'DESC' },
      take: 1,
    });
    const release = head === undefined ? null : await this.read(head.id);
    // Not for rounds without a release: anyone can ask for names that no round has, as many as they like.
    if (release !== null) this.latest.set(roundId, { version, release });
    return release;
  }

  /** One release by number; null when there is none. */
  async find(roundId: string, number: number): Promise<StoredRelease | null> {
    if (!isRoundId(roundId)) return null;
    const row = await this.releases.findOne({ where: { roundId, number }, select: { id: true } });
    return row === null ? null : this.read(row.id);
  }

  /** Every release of a round, the first one first. */
  async list(roundId: string): Promise<StoredRelease[]> {
    const rows = await this.releases.find({
      where: { roundId },
      select: { id: true, number: true },
      order: { number: 'ASC' },
    });
    return Promise.all(rows.map(({ id }) => this.read(id)));
  }

  /** Number of the latest freeze that a release stands on; 0 = no release stands on one. */
  async lastFreeze(roundId: string): Promise<number> {
    const [last] = await this.releases.find({
      where: { roundId, freezeNumber: Not(IsNull()) },
      select: { id: true, freezeNumber: true },
      order: { freezeNumber: 'DESC' },
      take: 1,
    });
    return last?.freezeNumber ?? 0;
  }

  /** Number of the release that a request with this key made; null = there is none. */
  async numberByKey(roundId: string, idempotencyKey: string): Promise<number | null> {
    const made = await this.releases.findOne({
      where: { roundId, idempotencyKey },
      select: { id: true, number: true },
    });
    return made?.number ?? null;
  }

  /** @throws DomainError NOT_RELEASED, the same for an unknown round and one without a release. */
  async getLatest(roundId: string): Promise<StoredRelease> {
    const release = await this.findLatest(roundId);
    if (release === null)
      throw new DomainError(
        'NOT_RELEASED',
        'Nothing has been released of this round.',
        'round',
        'Choose a round of /open/v1/rounds whose latestRelease is not null.',
      );
    return release;
  }

  private async read(id: string): Promise<StoredRelease> {
    const known = this.byId.get(id);
    if (known !== undefined) return known;
    const { document, sha256, number, kind, publishedAt, note, freezeNumber } =
      await this.releases.findOneByOrFail({ id });
    const release = {
      document: JSON.parse(document) as ReleaseDocument,
      stamp: { number, kind, publishedAt, sha256 },
      note,
      freeze: freezeNumber,
    };
    this.byId.set(id, release);
    return release;
  }
}
