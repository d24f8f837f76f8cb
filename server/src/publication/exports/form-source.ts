import type { FrozenForm } from '@liaison-atlas/shared/cleaning/freeze-document';
import type { RoundKind } from '@liaison-atlas/shared/fieldwork/round';
import type { Hospital } from '@liaison-atlas/shared/frame/hospital';
import type { Instrument } from '@liaison-atlas/shared/instrument/instrument';
import type { Cell } from '@liaison-atlas/shared/publication/exports/export-table';
import { type FormTable, formTable, longTable } from '@liaison-atlas/shared/publication/exports/form-table';
import { FrozenList, splitRevision } from '@liaison-atlas/shared/publication/exports/frozen-members';

import { openClearedTexts } from './cleared-texts.js';
import type { ExportSource, Rows } from './export-rows.js';
import { type FormReader, valueAt } from './form-reader.js';
import { type Member, readFormPage, type StoredForm, toFormRow } from './read-form-page.js';

/** Forms that are read and made rows of together: whoever is answered meanwhile waits for no more than these. */
const PAGE = 100;
/** Characters of a freeze that are read together. Both engines take the text up whole for each part of it. */
const PART = 2 * 1024 * 1024;

/**
 * The list of the forms that count: a freeze of the round by its number, or bytes that list them as the text of a freeze
 * does. Bytes, since they lie outside of the memory that a thread's limit counts.
 */
export type FormList = { readonly freeze: number } | { readonly bytes: Uint8Array };

/** Everything that the rows of a round's forms are made from, beside the forms: plain data, which can go to a thread. */
export interface FormsJob {
  readonly table: 'forms' | 'long';
  readonly round: { readonly id: string; readonly kind: RoundKind };
  readonly instrument: Instrument;
  readonly hospitals: readonly Hospital[];
  readonly list: FormList;
}

/** The columns of a job's file, and how a form becomes rows. */
export function tableOf({ table, round, instrument, hospitals }: Omit<FormsJob, 'list'>): FormTable {
  const input = { round, instrument, hospitals: new Map(hospitals.map((one) => [one.odsCode, one])) };
  return table === 'forms' ? formTable(input) : longTable(input);
}

/** The rows of a round's forms, wherever they are made: in the thread that exports, or among everything else. */
export function formSource(reader: FormReader, job: () => Promise<FormsJob>, made: FormTable): ExportSource {
  async function* pages(): AsyncGenerator<Rows> {
    const { round, instrument, list } = await job();
    const clearedOn = await openClearedTexts(reader, round.id, instrument);
    for await (const page of countedForms(reader, round.id, list)) {
      const cleared = await clearedOn(page);
      yield rowsOf(await readFormPage(reader, page), (form) => made.rowsOf(toFormRow(form, cleared)));
    }
  }
  return { table: made.table, pages };
}

/** The forms of a list that count, a page at a time. @throws RangeError when there is no such freeze */
export async function* countedForms(
  reader: FormReader,
  roundId: string,
  list: FormList,
): AsyncGenerator<readonly Member[]> {
  const listed = new FrozenList();
  const parts = 'freeze' in list ? frozenText(reader, roundId, list.freeze) : textOf(list.bytes);
  for await (const part of parts) for (const forms of listed.take(part, PAGE)) yield counted(forms);
  listed.end();
}

function counted(forms: readonly FrozenForm[]): readonly Member[] {
  const members: Member[] = [];
  for (const { revision: key, outcome, odsCode } of forms) {
    if (outcome !== 'accepted' && outcome !== 'merged') continue;
    const { responseId, revision } = splitRevision(key);
    members.push({ responseId, revision, outcome, odsCode });
  }
  return members;
}

/** The text of a freeze, part by part; nothing when there is none. */
async function* frozenText(reader: FormReader, roundId: string, number: number): AsyncGenerator<string> {
  const [from, round, freeze] = [1, 2, 3].map((place) => valueAt(reader, place));
  const statement = `SELECT substr(document, ${from}, ${PART}) AS part FROM "freeze"
    WHERE round_id = ${round} AND number = ${freeze}`;
  for (let at = 1; ; at += PART) {
    const [row] = await reader.ask<{ readonly part: string }>(statement, [at, roundId, number]);
    if (row === undefined || row.part === '') return;
    yield row.part;
  }
}

function* textOf(bytes: Uint8Array): Generator<string> {
  const decoder = new TextDecoder();
  for (let at = 0; at < bytes.length; at += PART)
    yield decoder.decode(bytes.subarray(at, at + PART), { stream: true });
}

/** The rows of some forms, one form at a time: what was unpacked for one is gone before the next. */
function* rowsOf(forms: readonly StoredForm[], make: (form: StoredForm) => Rows): Generator<readonly Cell[]> {
  for (const form of forms) for (const row of make(form)) yield row;
}
