import type { Cell, ExportTable } from '@liaison-atlas/shared/publication/exports/export-table';
import { type FormTable, formTable, longTable } from '@liaison-atlas/shared/publication/exports/form-table';
import { type HospitalTable, hospitalTable } from '@liaison-atlas/shared/publication/exports/hospital-table';

import { openClearedTexts } from './cleared-texts.js';
import { countedMembers } from './counted-members.js';
import type { Rows, RowSource } from './export-rows.js';
import type { RowReader } from '../../database/row-reader.js';
import { hospitalRows } from './hospital-rows.js';
import { readFormPage, type StoredForm, toFormRow } from './read-form-page.js';
import type { RoundJob } from './round-job.js';

/** The columns of a job's file. */
export const tableOf = (head: Omit<RoundJob, 'basis'>): ExportTable =>
  (head.table === 'hospitals' ? hospitalsOf(head) : formsOf(head)).table;

/** The rows of a round, wherever they are made: in the thread that exports, or among everything else. */
export function roundSource(reader: RowReader, job: RoundJob): RowSource {
  if (job.table === 'hospitals') {
    const made = hospitalsOf(job);
    return { table: made.table, pages: () => hospitalRows(reader, job, made) };
  }
  const made = formsOf(job);
  return { table: made.table, pages: () => formRows(reader, job, made) };
}

async function* formRows(reader: RowReader, job: RoundJob, made: FormTable): AsyncGenerator<Rows> {
  const clearedOn = await openClearedTexts(reader, job.round.id, job.instrument);
  for await (const page of countedMembers(reader, job)) {
    const cleared = await clearedOn(page);
    yield rowsOf(await readFormPage(reader, page), (form) => made.rowsOf(toFormRow(form, cleared)));
  }
}

/** The rows of some forms, one form at a time: what was unpacked for one is gone before the next. */
function* rowsOf(forms: readonly StoredForm[], make: (form: StoredForm) => Rows): Generator<readonly Cell[]> {
  for (const form of forms) for (const row of make(form)) yield row;
}

const byCode = ({ hospitals }: Pick<RoundJob, 'hospitals'>) =>
  new Map(hospitals.map((one) => [one.odsCode, one]));

const hospitalsOf = (head: Omit<RoundJob, 'basis'>): HospitalTable =>
  hospitalTable(head.round, head.instrument, byCode(head));

function formsOf(head: Omit<RoundJob, 'basis'>): FormTable {
  const input = { round: head.round, instrument: head.instrument, hospitals: byCode(head) };
  return head.table === 'forms' ? formTable(input) : longTable(input);
}
