import { applyDecisions, type CleanedForms } from '@liaison-atlas/shared/cleaning/apply-decisions';
import { toDataset } from '@liaison-atlas/shared/cleaning/resolve-forms';
import { withRefusals } from '@liaison-atlas/shared/cleaning/with-refusals';
import type { Cell } from '@liaison-atlas/shared/publication/exports/export-table';
import type { HospitalTable } from '@liaison-atlas/shared/publication/exports/hospital-table';

import { cleanedParts, listForms } from './cleaned-parts.js';
import type { Rows } from './export-rows.js';
import type { RowReader } from '../../database/row-reader.js';
import { optionsOf, type RoundJob } from './round-job.js';

/** Rows that are handed on together. */
const PAGE = 500;

/**
 * What analysis makes of the hospitals of a round, in the order of its frame. A hospital's forms lie in one part of the
 * round, so its row is made from that part, and nothing but the row is kept of them.
 */
export async function* hospitalRows(
  reader: RowReader,
  job: RoundJob,
  { rowOf }: HospitalTable,
): AsyncGenerator<Rows> {
  const options = optionsOf(job);
  const { frame } = options;
  const refusals = new Map(job.basis.refusals);
  const rows = new Map<string, readonly Cell[]>();
  const add = (cleaned: CleanedForms, has: (odsCode: string) => boolean): void => {
    const own = { ...options, frame: frame.filter(({ odsCode }) => has(odsCode)) };
    const { hospitals } = withRefusals(toDataset(cleaned, own), refusals);
    for (const record of hospitals) rows.set(record.odsCode, rowOf(record));
  };
  for await (const cleaned of cleanedParts(reader, job, await listForms(reader, job))) {
    const answered = new Set(cleaned.sets.map(({ odsCode }) => odsCode));
    if (answered.size > 0) add(cleaned, (odsCode) => answered.has(odsCode));
  }
  add(applyDecisions([], [], options), (odsCode) => !rows.has(odsCode));
  const inOrder = frame.flatMap(({ odsCode }) => {
    const row = rows.get(odsCode);
    return row === undefined ? [] : [row];
  });
  for (let at = 0; at < inOrder.length; at += PAGE) yield inOrder.slice(at, at + PAGE);
}
