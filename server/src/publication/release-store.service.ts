import type { ReleaseDocument } from '@liaison-atlas/shared/publication/release';
import {
  type ChainedRelease,
  releaseChain,
  type ReleaseStatus,
  standingRelease,
} from '@liaison-atlas/shared/publication/release-chain';
import type { ReleaseStamp } from '@liaison-atlas/shared/publication/release-stamp';
import { Injectable } from '@nestjs/common';
import { InjectRepository } from '@nestjs/typeorm';
import { IsNull, Not, type Repository } from 'typeorm';

import { UnitOfWork } from '../database/unit-of-work.js';
import { isRoundId, roundTopic } from '../fieldwork/round.service.js';
import { DomainError } from '../platform/domain-error.js';
import { LastUsed } from '../platform/last-used.js';
import { ReleaseMarkRow } from './release-desk/release-mark.entity.js';
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
  /** null = all that there are were withdrawn or replaced. */
  readonly release: StoredRelease | null;
  readonly chain: readonly ReleaseStatus[];
}

/** Rounds, and releases, that are kept: more than are read beside each other, and no more than memory has room for. */
const ROUNDS = 50;
const RELEASES = 100;

/** Reads releases. They never change, so one that has been read is kept; the latest is looked up when its round changed. */
@Injectable()
export class ReleaseStore {
  private readonly latest = new LastUsed<string, Latest>(ROUNDS);
  private readonly byId = new LastUsed<string, StoredRelease>(RELEASES);

  constructor(
    @InjectRepository(Release) private readonly releases: Repository<Release>,
    @InjectRepository(ReleaseMarkRow) private readonly marks: Repository<ReleaseMarkRow>,
    private readonly unitOfWork: UnitOfWork,
  ) {}

  /** The newest release of a round that stands, neither withdrawn nor replaced by an erratum; null while there is none. */
  async findLatest(roundId: string): Promise<StoredRelease | null> {
    return (await this.latestOf(roundId))?.release ?? null;
  }

  /** What has become of each release of a round, in the order of their numbers. */
  async chain(roundId: string): Promise<readonly ReleaseStatus[]> {
    return (await this.latestOf(roundId))?.chain ?? [];
  }

  /** The number of the newest release, whether it stands or not; 0 = there is none. */
  async newestNumber(roundId: string): Promise<number> {
    return (await this.chain(roundId)).at(-1)?.number ?? 0;
  }

  private async latestOf(roundId: string): Promise<Latest | null> {
    if (!isRoundId(roundId)) return null;
    const version = await this.unitOfWork.version(roundTopic(roundId));
    const known = this.latest.get(roundId);
    if (known?.version === version) return known;
    const heads = await this.releases.find({
      where: { roundId },
      select: { id: true, number: true },
      order: { number: 'ASC' },
    });
    // Not for rounds without a release: anyone can ask for names that no round has, as many as they like.
    if (heads.length === 0) return null;
    const marks = await this.marks.find({ where: { roundId }, order: { at: 'ASC', id: 'ASC' } });
    const releases: ChainedRelease[] = [];
    for (const { id } of heads) {
      const { document, note } = await this.read(id);
      const { number, kind, publishedAt, replaces } = document;
      releases.push({ number, kind, publishedAt, note, replaces: replaces?.number ?? null });
    }
    const chain = releaseChain(
      releases,
      marks.map(({ releaseNumber, kind, value, reason, at }) => ({
        number: releaseNumber,
        kind,
        value,
        reason,
        at,
      })),
    );
    const standing = standingRelease(chain);
    const head = heads.find(({ number }) => number === standing);
    const release = head === undefined ? null : await this.read(head.id);
    const fresh = { version, release, chain };
    this.latest.set(roundId, fresh);
    return fresh;
  }

  /** One release by number; null when there is none. */
  async find(roundId: string, number: number): Promise<StoredRelease | null> {
    if (!isRoundId(roundId)) return null;
    const row = await this.releases.findOne({ where: { roundId, number }, select: { id: true } });
    return row === null ? null : this.read(row.id);
  }

  /** Every round of which something was released. */
  async roundIds(): Promise<readonly string[]> {
    const rows = await this.releases
      .createQueryBuilder('r')
      .select('DISTINCT r.round_id', 'roundId')
      .orderBy('r.round_id')
      .getRawMany<{ roundId: string }>();
    return rows.map(({ roundId }) => roundId);
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

  /**
   * @throws DomainError NOT_RELEASED, the same for an unknown round and one without a release; RELEASE_WITHDRAWN where
   *   no release of the round stands any more
   */
  async getLatest(roundId: string): Promise<StoredRelease> {
    const latest = await this.latestOf(roundId);
    const release = latest?.release ?? null;
    if (release === null && latest !== null) throw withdrawn(latest.chain.findLast((one) => one.withdrawn));
    if (release === null)
      throw new DomainError(
        'NOT_RELEASED',
        'Nothing has been released of this round.',
        'round',
        'Choose a round of /open/v1/rounds whose latestRelease is not null.',
      );
    return release;
  }

  /**
   * One release by number, for those who take its figures away.
   * @throws DomainError NOT_RELEASED where there is none, RELEASE_WITHDRAWN where it was withdrawn
   */
  async get(
    roundId: string,
    number: number,
  ): Promise<{ readonly release: StoredRelease; readonly status: ReleaseStatus }> {
    const status = (await this.chain(roundId)).find((one) => one.number === number);
    const release = status === undefined ? null : await this.find(roundId, number);
    if (status === undefined || release === null)
      throw new DomainError(
        'NOT_RELEASED',
        'This round has no release of that number.',
        'number',
        'The page of the round, under Results, has the newest. For programs: /open/v1/rounds/{id}/releases lists all.',
      );
    if (status.withdrawn !== null) throw withdrawn(status);
    return { release, status };
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

/** What is answered where a release was: that it was withdrawn, when and why. */
const withdrawn = (status: ReleaseStatus | undefined): DomainError =>
  new DomainError(
    'RELEASE_WITHDRAWN',
    `Release ${status?.number ?? ''} was withdrawn on ${status?.withdrawn?.at.slice(0, 10) ?? 'a later day'}: ${status?.withdrawn?.why ?? ''}`,
    'number',
    status?.replacedBy
      ? `Use release ${status.replacedBy.number}, which replaces it.`
      : 'The page of the round, under Results, says which stand. For programs: /open/v1/rounds/{id}/releases.',
  );
