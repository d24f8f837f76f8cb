import { distinctiveWords, normaliseName } from '@liaison-atlas/shared/frame/normalise-name';
import { cleanText } from '@liaison-atlas/shared/kernel/clean-text';
import { type Problem, problem } from '@liaison-atlas/shared/kernel/problem';
import { accept, refuse, type Result } from '@liaison-atlas/shared/kernel/result';
import { Injectable } from '@nestjs/common';
import type { EntityManager } from 'typeorm';

import type { Actor } from '../access/actor.js';
import { requireAccess } from '../access/require-access.js';
import { UnitOfWork } from '../database/unit-of-work.js';
import { FRAME_TOPIC } from './frame-topic.js';
import { FrameService } from './frame.service.js';
import { toAlias } from './reference-rows.js';
import { runWhole } from './run-whole.js';
import { Site } from './site.entity.js';
import { SiteAlias } from './site-alias.entity.js';

/** `source_id` of names that a survey lead added. */
export const BY_HAND = 'by-hand';

/** A further name of a hospital. */
export interface NewSiteAlias {
  readonly siteId: string;
  readonly text: string;
  /** Who uses the name, such as the trust's website. */
  readonly source: string;
}

/** The names of a hospital beside its first one. */
export interface SiteNames {
  readonly siteId: string;
  readonly aliases: readonly SiteAlias[];
}

/** Other names of hospitals, by which what people type is matched. */
@Injectable()
export class SiteAliasService {
  constructor(
    private readonly unitOfWork: UnitOfWork,
    private readonly frames: FrameService,
  ) {}

  /** Adds a name; refused where it identifies nothing, or another hospital. Gives the hospital's names. */
  async add(actor: Actor, given: NewSiteAlias): Promise<Result<SiteNames, Problem>> {
    requireAccess(actor, 'ManageFrame', {});
    const text = cleanText(given.text.trim(), 'text', 200);
    const source = cleanText(given.source.trim(), 'source', 200);
    if (!text.ok) return text;
    if (!source.ok) return source;
    if (source.value === '') return refuse(NO_SOURCE);
    const result = await runWhole(this.unitOfWork, actor, async (unit) => {
      const problem = await problemWith(unit.manager, given.siteId, text.value);
      if (problem !== undefined) return refuse(problem);
      const row = { ...toAlias(given.siteId, text.value, BY_HAND), sourceNote: source.value };
      await unit.manager.insert(SiteAlias, row);
      await unit.audit(
        'site.alias-added',
        'site',
        given.siteId,
        { alias: row.id },
        { after: { name: text.value } },
      );
      unit.touch(FRAME_TOPIC);
      return accept(await namesOf(unit.manager, given.siteId));
    });
    if (result.ok) await this.frames.reload();
    return result;
  }

  /** Takes away a name that was added by hand; those of the sources stay. Gives the hospital's names. */
  async remove(actor: Actor, id: string): Promise<Result<SiteNames, Problem>> {
    requireAccess(actor, 'ManageFrame', {});
    const result = await runWhole(this.unitOfWork, actor, async (unit) => {
      const alias = await unit.manager.findOneBy(SiteAlias, { id });
      if (alias === null) return refuse(GONE);
      if (alias.sourceId !== BY_HAND) return refuse(OF_A_SOURCE);
      await unit.manager.delete(SiteAlias, { id });
      await unit.audit(
        'site.alias-removed',
        'site',
        alias.siteId,
        { alias: id },
        { before: { name: alias.text } },
      );
      unit.touch(FRAME_TOPIC);
      return accept(await namesOf(unit.manager, alias.siteId));
    });
    if (result.ok) await this.frames.reload();
    return result;
  }
}

const namesOf = async (manager: EntityManager, siteId: string): Promise<SiteNames> => ({
  siteId,
  aliases: await manager.findBy(SiteAlias, { siteId }),
});

async function problemWith(
  manager: EntityManager,
  siteId: string,
  text: string,
): Promise<Problem | undefined> {
  const words = normaliseName(text);
  if (distinctiveWords(words).length === 0) return GENERIC;
  const spelling = words.join(' ');
  const sites = await manager.find(Site);
  if (!sites.some(({ id }) => id === siteId)) return NO_SITE;
  const names = [
    ...sites.map(({ id, name }) => ({ siteId: id, spelling: normaliseName(name).join(' ') })),
    ...(await manager.findBy(SiteAlias, { normalised: spelling })).map((alias) => ({
      siteId: alias.siteId,
      spelling,
    })),
  ].filter((name) => name.spelling === spelling);
  if (names.some((name) => name.siteId === siteId)) return KNOWN;
  const other = sites.find(({ id }) => id === names[0]?.siteId);
  return other === undefined ? undefined : nameOfAnother(other);
}

const NO_SOURCE = problem(
  'MISSING_VALUE',
  'source',
  'Who uses the name is missing.',
  'Say where it stands, such as on the trust’s website.',
);
const GENERIC = problem(
  'GENERIC_NAME',
  'text',
  'A name without a word of its own, such as “General Hospital”, fits many hospitals.',
  'Write the whole name, with the place.',
);
const KNOWN = problem(
  'ALREADY_KNOWN',
  'text',
  'The hospital is known by this name already.',
  'Nothing has to be done.',
);
const NO_SITE = problem(
  'UNKNOWN_HOSPITAL',
  'siteId',
  'There is no such hospital.',
  'Load the page again and choose one.',
);
const GONE = problem(
  'UNKNOWN_ALIAS',
  'id',
  'This name is not there any more.',
  'Load the page again to see the names as they are.',
);
const OF_A_SOURCE = problem(
  'NAME_OF_A_SOURCE',
  'id',
  'This name comes from a register or a list and stays.',
  'Only names that were added by hand can be taken away.',
);
const nameOfAnother = ({ name, odsCode }: Site): Problem =>
  problem(
    'NAME_OF_ANOTHER',
    'text',
    `${name} (${odsCode}) is known by this name.`,
    'Write a name that tells the two apart, with the place.',
  );
