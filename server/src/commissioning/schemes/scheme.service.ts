import {
  applyChanges,
  changesTo,
  readChanges,
  type SchemeChange,
  type SchemeClash,
} from '@liaison-atlas/shared/commissioning/scheme/change-scheme';
import type { SchemeContent } from '@liaison-atlas/shared/commissioning/scheme/scheme-fields';
import { ONE_VERSION_MINUTES } from '@liaison-atlas/shared/commissioning/scheme/scheme-levels';
import type { Problem } from '@liaison-atlas/shared/kernel/problem';
import { Injectable } from '@nestjs/common';
import { InjectDataSource } from '@nestjs/typeorm';
import { type DataSource, type EntityManager, In } from 'typeorm';

import type { Actor } from '../../access/actor.js';
import { takeTurn } from '../../database/hold-rows.js';
import { UnitOfWork } from '../../database/unit-of-work.js';
import { FrameService } from '../../frame/frame.service.js';
import { Clock } from '../../platform/clock.js';
import { DomainError } from '../../platform/domain-error.js';
import { newId } from '../../platform/ids.js';
import { type HeldScheme, requireRoom, requireScheme } from './scheme-access.js';
import { eraseSchemes } from './erase-schemes.js';
import { Scheme, SchemeMember, SchemeVersion } from './scheme.entity.js';

/** What came of a saving: stored, refused, or not stored because two people wrote different things in one place. */
export type SavedScheme =
  | { readonly outcome: 'stored'; readonly held: HeldScheme }
  | { readonly outcome: 'refused'; readonly problems: readonly Problem[] }
  | { readonly outcome: 'clash'; readonly clashes: readonly SchemeClash[]; readonly held: HeldScheme };

/** Schemes of commissioners: each for its members only. The audit trail gets that one changed, and nothing of what it says. */
@Injectable()
export class SchemeService {
  constructor(
    @InjectDataSource() private readonly reader: DataSource,
    private readonly frame: FrameService,
    private readonly unitOfWork: UnitOfWork,
    private readonly clock: Clock,
  ) {}

  /** The schemes that somebody is a member of, the last changed first. */
  async list(actor: Pick<Actor, 'id' | 'sessionId'>): Promise<HeldScheme[]> {
    if (actor.sessionId === '') return [];
    const { manager } = this.reader;
    const members = await manager.findBy(SchemeMember, { memberId: actor.id });
    const ids = members.map(({ schemeId }) => schemeId);
    const schemes = await manager.find(Scheme, { where: { id: In(ids) }, order: { changedAt: 'DESC' } });
    return schemes.flatMap((scheme) => {
      const level = members.find(({ schemeId }) => schemeId === scheme.id)?.level;
      return level === undefined ? [] : [{ scheme, level }];
    });
  }

  /** @throws DomainError NOT_FOUND for everybody who is no member */
  get(actor: Actor, id: string): Promise<HeldScheme> {
    return requireScheme(this.reader.manager, actor, id, 'view');
  }

  /** Every version, the newest first, without what it said: there may be hundreds. @throws DomainError NOT_FOUND */
  async versions(
    actor: Actor,
    id: string,
  ): Promise<readonly Pick<SchemeVersion, 'version' | 'at' | 'note' | 'by'>[]> {
    await this.get(actor, id);
    const select = { id: true, version: true, at: true, note: true, by: true };
    const order = { version: 'DESC' } as const;
    return this.reader.getRepository(SchemeVersion).find({ where: { schemeId: id }, select, order });
  }

  /** What a scheme said under a version. @throws DomainError NOT_FOUND */
  async version(actor: Actor, id: string, version: number): Promise<SchemeVersion> {
    await this.get(actor, id);
    return findVersion(this.reader.manager, id, version);
  }

  /** Begins a scheme for an area, with what somebody has typed already. @throws DomainError NOT_FOUND, CONFLICT */
  async create(actor: Actor, areaCode: string, fields: readonly SchemeChange[]): Promise<SavedScheme> {
    const area = this.frame.findArea(areaCode);
    if (area === undefined)
      throw new DomainError(
        'NOT_FOUND',
        'No region, ICB or CCG of 2018 has this code.',
        'areaCode',
        'Choose an area of the list.',
      );
    const read = readChanges(fields);
    if (!read.ok) return { outcome: 'refused', problems: read.problems };
    const content = contentOf(read.value);
    const id = newId();
    const at = this.clock.now();
    await this.unitOfWork.run(actor, async ({ manager, audit }) => {
      await takeTurn(manager, 'schemes');
      await requireRoom(manager, actor.id);
      await manager.insert(Scheme, {
        id,
        areaCode: area.code,
        version: 1,
        content,
        createdAt: at,
        changedAt: at,
      });
      await manager.insert(SchemeMember, { schemeId: id, memberId: actor.id, level: 'owner', since: at });
      await manager.insert(SchemeVersion, versionRow(id, 1, content, '', at, actor.id));
      await audit('scheme.created', 'scheme', id);
    });
    return { outcome: 'stored', held: await this.get(actor, id) };
  }

  /** Stores changes on top of what is there now; where somebody else wrote in the same place, nothing is stored. */
  async save(actor: Actor, id: string, changes: readonly SchemeChange[]): Promise<SavedScheme> {
    await requireScheme(this.reader.manager, actor, id, 'edit');
    const read = readChanges(changes);
    if (!read.ok) return { outcome: 'refused', problems: read.problems };
    return this.store(actor, id, () => Promise.resolve({ changes: read.value, note: '' }));
  }

  /** Makes an earlier version the next one, all of it. @throws DomainError NOT_FOUND, FORBIDDEN, CONFLICT */
  async restore(
    actor: Actor,
    { id, expectedVersion, version }: { id: string; expectedVersion: number; version: number },
  ): Promise<SavedScheme> {
    return this.store(actor, id, async (manager, scheme) => {
      if (scheme.version !== expectedVersion)
        throw new DomainError(
          'CONFLICT',
          'The scheme was changed meanwhile; nothing was brought back.',
          'expectedVersion',
          'Look at the newest version, then bring the earlier one back.',
        );
      const earlier = await findVersion(manager, id, version);
      return { changes: changesTo(scheme.content, earlier.content), note: `Version ${version} brought back` };
    });
  }

  /** Erases a scheme with its versions, members and links; only that there was one stays in the audit trail. */
  async delete(actor: Actor, id: string): Promise<void> {
    await this.unitOfWork.run(actor, async ({ manager, audit }) => {
      await requireScheme(manager, actor, id, 'owner', true);
      await eraseSchemes(manager, [id]);
      await audit('scheme.deleted', 'scheme', id);
    });
  }

  private async store(
    actor: Actor,
    id: string,
    choose: (
      manager: EntityManager,
      scheme: Scheme,
    ) => Promise<{ readonly changes: readonly SchemeChange[]; readonly note: string }>,
  ): Promise<SavedScheme> {
    const clashes = await this.unitOfWork.run(actor, async ({ manager, audit }) => {
      const { scheme } = await requireScheme(manager, actor, id, 'edit', true);
      const { changes, note } = await choose(manager, scheme);
      const applied = applyChanges(scheme.content, changes);
      if (!applied.ok) return applied.problems;
      const version = scheme.version + 1;
      const at = this.clock.now();
      await manager.update(Scheme, { id }, { version, content: applied.value, changedAt: at });
      await this.keepVersion(manager, scheme, { version, content: applied.value, note, at, by: actor.id });
      await audit('scheme.saved', 'scheme', id, { version });
      return [];
    });
    const held = await this.get(actor, id);
    return clashes.length === 0 ? { outcome: 'stored', held } : { outcome: 'clash', clashes, held };
  }

  /** What one person saves in one go is one version: a saving a second would bury the ones that matter. */
  private async keepVersion(
    manager: EntityManager,
    scheme: Scheme,
    next: Pick<SchemeVersion, 'version' | 'content' | 'note' | 'at' | 'by'>,
  ): Promise<void> {
    const last = await manager.findOneBy(SchemeVersion, { schemeId: scheme.id, version: scheme.version });
    const goesOn =
      last !== null &&
      scheme.version > 1 &&
      last.by === next.by &&
      last.note === '' &&
      next.note === '' &&
      Date.parse(next.at) - Date.parse(last.begunAt) < ONE_VERSION_MINUTES * 60_000;
    if (goesOn) await manager.update(SchemeVersion, { id: last.id }, next);
    else
      await manager.insert(
        SchemeVersion,
        versionRow(scheme.id, next.version, next.content, next.note, next.at, next.by),
      );
  }
}

const contentOf = (changes: readonly SchemeChange[]): SchemeContent =>
  Object.fromEntries(changes.filter(({ value }) => value !== '').map(({ key, value }) => [key, value]));

const versionRow = (
  schemeId: string,
  version: number,
  content: SchemeContent,
  note: string,
  at: string,
  by: string,
) => ({ id: newId(), schemeId, version, content, note, begunAt: at, at, by });

async function findVersion(
  manager: EntityManager,
  schemeId: string,
  version: number,
): Promise<SchemeVersion> {
  const found = await manager.findOneBy(SchemeVersion, { schemeId, version });
  if (found === null)
    throw new DomainError('NOT_FOUND', 'There is no such version.', 'version', 'Load the page again.');
  return found;
}
