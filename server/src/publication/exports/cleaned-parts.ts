import { setImmediate as breathe } from 'node:timers/promises';

import { applyDecisions, type CleanedForms } from '@liaison-atlas/shared/cleaning/apply-decisions';
import { RoundParts } from '@liaison-atlas/shared/cleaning/living/round-parts';
import { isPartial } from '@liaison-atlas/shared/cleaning/screen-form';
import type { Form } from '@liaison-atlas/shared/fieldwork/response';
import type { Answers } from '@liaison-atlas/shared/instrument/answer-value';
import { splitRevision } from '@liaison-atlas/shared/publication/exports/frozen-members';

import { isGone, type ReadResponse, type SentRevision, toForm } from '../../cleaning/to-form.js';
import { type RowReader, oneOf, valueAt } from '../../database/row-reader.js';
import { frozenForms, PAGE } from './frozen-forms.js';
import { optionsOf, type RoundJob } from './round-job.js';
import { decisionsNumbered, decisionsOf } from './stored-decisions.js';

/** The forms of a round by their place in the order of their ids, and in which revision each is meant. */
export interface ListedForms {
  readonly ids: readonly string[];
  readonly revisions: readonly number[];
}

/** The same for both engines: forms without a revision, such as withdrawn ones, are there too. */
const FORM_COLUMNS = `r.id AS id, r.revision AS revision, r.state AS state, r.ods_code AS "odsCode",
  r.idempotency_key AS "idempotencyKey", r.respondent AS respondent, r.invitation_id AS "invitationId", r.mode AS mode,
  r.submitted_at AS "submittedAt", r.is_test AS "isTest", s.revision AS sent, s.at AS at, s.answers AS answers`;

type StoredRow = ReadResponse & {
  readonly sent: number | null;
  readonly at: string;
  readonly answers: string;
};

/** Which forms a job is about: those that its freeze names, or all that have been sent or withdrawn by now. */
export async function listForms(reader: RowReader, { round, basis }: RoundJob): Promise<ListedForms> {
  const listed: [string, number][] = [];
  if (basis.freeze === null) {
    const rows = await reader.ask<Pick<Form, 'state' | 'revision'> & { readonly id: string }>(
      `SELECT id, revision, state FROM response WHERE round_id = ${valueAt(reader, 1)}`,
      [round.id],
    );
    for (const row of rows) if (!isPartial(row)) listed.push([row.id, row.revision]);
  } else
    for await (const page of frozenForms(reader, round.id, basis.freeze))
      for (const form of page) {
        const { responseId, revision } = splitRevision(form.revision);
        listed.push([responseId, revision]);
      }
  listed.sort(([a], [b]) => (a < b ? -1 : 1));
  return { ids: listed.map(([id]) => id), revisions: listed.map(([, revision]) => revision) };
}

/**
 * Cleans a round part by part, by the same rules as the whole: every form is read twice, once to see with which others it
 * has to be looked at, and once with them. No more of them stand in memory than have a say in each other.
 */
export async function* cleanedParts(
  reader: RowReader,
  job: RoundJob,
  listed: ListedForms,
): AsyncGenerator<CleanedForms> {
  const { round, basis } = job;
  const options = optionsOf(job);
  const parts = new RoundParts();
  for await (const decisions of decisionsOf(reader, round.id, basis.lastDecision))
    for (const decision of decisions) parts.putDecision(decision);
  const places = [...listed.ids.keys()];
  for (let at = 0; at < places.length; at += PAGE) {
    const page = places.slice(at, at + PAGE);
    for (const [place, form] of await readForms(reader, job, listed, page)) parts.putForm(place, form);
    await breathe();
  }
  for (const part of parts.parts(PAGE)) {
    const forms: Form[] = [];
    for (let at = 0; at < part.forms.length; at += PAGE) {
      const page = part.forms.slice(at, at + PAGE);
      for (const [, form] of await readForms(reader, job, listed, page)) forms.push(form);
    }
    const decisions = await decisionsNumbered(reader, round.id, part.decisions);
    yield applyDecisions(forms, decisions, options);
    await breathe();
  }
}

/** The forms at some places, as the rules see them; without those of which nothing is left. */
async function readForms(
  reader: RowReader,
  { round, basis }: RoundJob,
  { ids, revisions }: ListedForms,
  places: readonly number[],
): Promise<readonly (readonly [number, Form])[]> {
  const rows = await reader.ask<StoredRow>(
    `SELECT ${FORM_COLUMNS} FROM response r LEFT JOIN response_revision s ON s.response_id = r.id
     WHERE r.id ${oneOf(reader, 1)}`,
    [JSON.stringify(places.map((place) => ids[place]))],
  );
  const responses = new Map<string, ReadResponse>();
  const sent = new Map<string, SentRevision>();
  for (const { sent: revision, at, answers, ...response } of rows) {
    responses.set(response.id, response);
    if (revision !== null)
      sent.set(`${response.id}:${revision}`, { at, answers: JSON.parse(answers) as Answers });
  }
  return places.flatMap((place) => {
    const response = responses.get(ids[place] ?? '');
    if (response === undefined || isGone(response)) return [];
    const revision = revisions[place] ?? 0;
    const found = sent.get(`${response.id}:${revision}`);
    const form = toForm(response, revision, found, basis.freeze === null ? undefined : found?.at);
    return [[place, basis.freeze === null && round.isPilot ? { ...form, isTest: true } : form] as const];
  });
}
