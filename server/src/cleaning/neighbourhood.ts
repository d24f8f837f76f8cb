import type { Decision } from '@liaison-atlas/shared/cleaning/decision';
import type { Proposal } from '@liaison-atlas/shared/cleaning/proposal';
import type { AskedSite } from '@liaison-atlas/shared/cleaning/site-query';
import type { Form } from '@liaison-atlas/shared/fieldwork/response';
import { type EntityManager, In } from 'typeorm';

import type { Response } from '../fieldwork/response.entity.js';
import type { Round } from '../fieldwork/round.entity.js';
import { isId } from '../platform/ids.js';
import { CleaningDecision } from './cleaning-decision.entity.js';
import { toAsked, toDecision } from './decision-rows.js';
import { findResponses, inChunks, inPilot, readForms } from './read-forms.js';
import { SiteQuery } from './site-query.entity.js';

/** Everything that a decision can touch, and nothing else of the round. */
export interface Neighbourhood {
  readonly forms: readonly Form[];
  readonly decisions: readonly Decision[];
  readonly queries: readonly AskedSite[];
}

/**
 * Reads what a request has to be checked against: the forms it names, all forms of their hospitals (as answered and as
 * matched), every decision about any of these, and the questions to those sites. Found by index: it costs the same
 * in a round of a hundred thousand forms. What the rules make of a neighbourhood is what they make of it in the whole
 * round, because forms of different hospitals have no say in each other.
 */
export async function readNeighbourhood(
  manager: EntityManager,
  round: Pick<Round, 'id' | 'state'>,
  about: readonly (Proposal & { readonly seenId: string })[],
): Promise<Neighbourhood> {
  const roundId = round.id;
  const found = new Map<string, CleaningDecision>();
  const keep = (rows: readonly CleaningDecision[]): readonly CleaningDecision[] => {
    for (const row of rows) found.set(row.id, row);
    return rows;
  };
  const decisionsBy = <Key extends 'id' | 'responseId' | 'targetId'>(key: Key, values: Iterable<string>) =>
    inChunks(new Set(values), (chunk) => manager.findBy(CleaningDecision, { roundId, [key]: In(chunk) }));

  const named = about.flatMap(({ responseId, seenId, kind, value }) => [
    responseId,
    seenId,
    kind === 'merge' ? value : '',
  ]);
  const targets = keep(await decisionsBy('id', about.map(({ targetId }) => targetId).filter(Boolean)));
  const ids = new Set([...named, ...targets.map(({ responseId }) => responseId ?? '')].filter(isId));
  const rows = new Map<string, Response>();
  const read = (chunk: string[]): Promise<Response[]> => findResponses(manager, { roundId, id: In(chunk) });
  for (const row of await inChunks(ids, read)) rows.set(row.id, row);
  const matches = keep(await decisionsBy('responseId', ids)).filter(({ kind }) => kind === 'match');

  const codes = new Set(
    [
      ...[...rows.values()].map(({ odsCode }) => odsCode),
      ...matches.map(({ value }) => value),
      ...targets.map(({ odsCode }) => odsCode),
      ...about.flatMap(({ kind, odsCode, value }) => [odsCode, kind === 'match' ? value : '']),
    ].filter((code) => code !== ''),
  );
  for (const row of await inChunks(codes, (chunk) => findResponses(manager, { roundId, odsCode: In(chunk) })))
    rows.set(row.id, row);
  const matchedHere = await inChunks(codes, (chunk) =>
    manager.findBy(CleaningDecision, { roundId, kind: 'match', value: In(chunk) }),
  );
  const further = matchedHere.map(({ responseId }) => responseId ?? '').filter((id) => !rows.has(id));
  for (const row of await inChunks(new Set(further), read)) rows.set(row.id, row);

  keep(await decisionsBy('responseId', rows.keys()));
  keep(
    await inChunks(codes, (chunk) =>
      manager.findBy(CleaningDecision, { roundId, odsCode: In(chunk), kind: In(['resolve', 'query']) }),
    ),
  );
  keep(await decisionsBy('targetId', [...found.keys()]));
  const queries = await inChunks(codes, (chunk) =>
    manager.find(SiteQuery, { where: { roundId, odsCode: In(chunk) }, order: { askedAt: 'ASC' } }),
  );
  return {
    forms: inPilot(round, await readForms(manager, [...rows.values()])),
    decisions: [...found.values()].map(toDecision),
    queries: queries.map(toAsked),
  };
}
