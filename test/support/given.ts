import type { RoundKind } from '@liaison-atlas/shared/fieldwork/round';
import type { Answers } from '@liaison-atlas/shared/instrument/answer-value';
import { getInstrument } from '@liaison-atlas/shared/instrument/registry';

import { FLEETING_TABLES } from '../../server/src/backup/inventory.js';
import { SYSTEM } from '../../server/src/database/unit-of-work.js';
import { Invitation } from '../../server/src/fieldwork/invitation.entity.js';
import { startResponse } from '../../server/src/fieldwork/link-draft.js';
import { Response } from '../../server/src/fieldwork/response.entity.js';
import { Round } from '../../server/src/fieldwork/round.entity.js';
import { newId, newToken, sha256 } from '../../server/src/platform/ids.js';
import type { TestServer } from './start-server.js';

/** A link as somebody holds it in hand: the token is known to them and to nobody else. */
export interface GivenLink {
  readonly token: string;
  readonly invitationId: string;
  readonly odsCode: string;
}

const LATER = '2099-01-01T00:00:00.000Z';

/** A link to the open synthetic round, unless another round is named. */
export async function givenLink(
  server: TestServer,
  values: { readonly odsCode?: string; readonly roundId?: string; readonly expiresAt?: string } = {},
): Promise<GivenLink> {
  const token = newToken();
  const row = {
    id: newId(),
    roundId: values.roundId ?? 'demo-2026',
    odsCode: values.odsCode ?? 'RW603',
    tokenHash: sha256(token),
    state: 'sent' as const,
    createdAt: '2026-01-01T00:00:00.000Z',
    expiresAt: values.expiresAt ?? LATER,
  };
  await server.unitOfWork.run(SYSTEM, ({ manager }) => manager.insert(Invitation, row));
  return { token, invitationId: row.id, odsCode: row.odsCode };
}

/** A form of such a link on which somebody has begun to type. */
export async function givenDraft(
  server: TestServer,
  draft: Answers,
  values: Parameters<typeof givenLink>[1] = {},
): Promise<GivenLink> {
  const link = await givenLink(server, values);
  await server.unitOfWork.run(SYSTEM, async (unit) => {
    const invitation = await unit.manager.findOneByOrFail(Invitation, { id: link.invitationId });
    const round = await unit.manager.findOneByOrFail(Round, { id: invitation.roundId });
    const { id } = await startResponse(unit, { invitation, round }, '2026-01-01T00:00:00.000Z');
    await unit.manager.update(Response, { id }, { draft, draftRevision: 1 });
  });
  return link;
}

/** A round of version 1.1 that takes answers and has no release. */
export async function givenRound(
  server: TestServer,
  id: string,
  values: Partial<
    Pick<
      Round,
      'kind' | 'state' | 'closesAt' | 'correctionsUntil' | 'instrumentKey' | 'instrumentVersion' | 'frameId'
    >
  > = {},
): Promise<string> {
  const kind: RoundKind = 'live';
  const row = {
    id,
    title: `Round ${id}`,
    kind,
    state: 'open' as const,
    fieldwork: 'made by a test',
    instrumentKey: null,
    instrumentVersion: '1.1',
    frameId: 'acute-ed-2018',
    opensAt: '2026-01-01T00:00:00.000Z',
    closesAt: LATER,
    correctionsUntil: LATER,
    settings: { unitOfAnalysis: 'site' as const, nameFacts: true, nameDontKnow: false, nameSilence: false },
    ...values,
  };
  await server.unitOfWork.run(SYSTEM, ({ manager }) => manager.insert(Round, row));
  return id;
}

/** Values of a form by question, as a browser or a program sends them: text, several where several were chosen. */
export type GivenForm = Readonly<Record<string, readonly string[]>>;

/** A liaison team whose hospital has no in-reach: the shortest form that can be sent. */
export const withoutInReach = (odsCode: string, changes: GivenForm = {}): GivenForm => ({
  hospital: [odsCode],
  role: ['liaison_lead'],
  perspective: ['liaison'],
  population: ['adult', 'older'],
  country: ['england'],
  iapt_treats_mus: ['yes'],
  iapt_treats_ltc: ['no'],
  iapt_inreach_mus: ['no'],
  iapt_inreach_ltc: ['no'],
  comments: ['There are plans for next year.'],
  consent_facts: ['yes'],
  consent_quote: ['no'],
  ...changes,
});

/** A liaison team with in-reach and a score, which may be published by name. */
export const withInReach = (odsCode: string, changes: GivenForm = {}): GivenForm =>
  withoutInReach(odsCode, {
    iapt_inreach_mus: ['yes'],
    integration: ['60'],
    positives: ['They come to the ward round.'],
    improve: ['A shared record.'],
    consent_score: ['yes'],
    ...changes,
  });

/** The form as GraphQL takes it. */
export const asAnswers = (form: GivenForm): { variable: string; given: readonly string[] }[] =>
  Object.entries(form).map(([variable, given]) => ({ variable, given }));

/** The form page by page, as a browser meets it: a page for each question, but for consent and the optional items. */
export function byPage(form: GivenForm): ReadonlyMap<string, GivenForm> {
  const pages = new Map<string, GivenForm>();
  for (const page of getInstrument('1.1').pages) {
    const entered = page.questions.flatMap(({ variable }) =>
      form[variable] === undefined ? [] : [[variable, form[variable]] as const],
    );
    if (entered.length > 0) pages.set(page.id, Object.fromEntries(entered));
  }
  return pages;
}

/** Written on the side whoever asks for whatever: counts of limits, and which instance does the jobs. */
const ON_THE_SIDE = [...FLEETING_TABLES, 'job_lease'];

/** How many rows every other table holds; what a refused request must not change. */
export async function rowCounts(server: TestServer): Promise<Record<string, number>> {
  const counts: Record<string, number> = {};
  for (const { tableName } of server.reader.entityMetadatas) {
    if (ON_THE_SIDE.includes(tableName)) continue;
    const [row] = (await server.reader.query(`SELECT COUNT(*) AS n FROM "${tableName}"`)) as {
      n: number | string;
    }[];
    counts[tableName] = Number(row?.n);
  }
  return counts;
}
