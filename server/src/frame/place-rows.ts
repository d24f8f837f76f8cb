import type { FrameRow, LineProblem } from '@liaison-atlas/shared/frame/frame-row';
import { type FrameName, proposeMatch } from '@liaison-atlas/shared/frame/propose-match';

import type { FrameContext } from './frame-context.js';
import { stableId } from './stable-id.js';

/** A row with the site that it is about. */
export interface PlacedRow {
  readonly row: FrameRow;
  readonly siteId: string;
  /** True when the tables do not hold the site yet. */
  readonly isNew: boolean;
}

export interface PlacedRows {
  readonly rows: readonly PlacedRow[];
  readonly problems: readonly LineProblem[];
  /** Every code that a row may refer to: those of the tables and those of the list. */
  readonly codes: ReadonlySet<string>;
}

/**
 * Finds the site of each row: by its code, else by the former code that the row names. A code that nobody knows is a
 * new hospital only where no known one is like it; otherwise a person has to say which it is.
 */
export function placeRows(rows: readonly FrameRow[], context: FrameContext): PlacedRows {
  const names = [...context.sites.values()].map(({ odsCode, name, town }): FrameName => ({
    odsCode,
    name,
    town,
  }));
  const lineOf = new Map<string, number>();
  const placed: PlacedRow[] = [];
  const problems: LineProblem[] = [];
  for (const row of rows) {
    const found = findSite(row, context, names);
    if ('code' in found) {
      problems.push(found);
      continue;
    }
    const earlier = lineOf.get(found.siteId);
    if (earlier !== undefined) problems.push(siteTwice(row, earlier));
    else placed.push({ row, ...found });
    lineOf.set(found.siteId, earlier ?? row.line);
  }
  const codes = new Set([...context.siteByCode.keys(), ...rows.map(({ values }) => values.ods_code)]);
  return { rows: placed, problems, codes };
}

function findSite(
  row: FrameRow,
  context: FrameContext,
  names: readonly FrameName[],
): Omit<PlacedRow, 'row'> | LineProblem {
  const { line, values, formerCode } = row;
  const known = context.siteByCode.get(values.ods_code);
  const former = formerCode === '' || formerCode === 'NEW' ? undefined : context.siteByCode.get(formerCode);
  if (formerCode !== '' && formerCode !== 'NEW') {
    if (former === undefined)
      return {
        line,
        code: 'UNKNOWN_FORMER_CODE',
        field: 'former_code',
        message: `No hospital has or had the code ${formerCode}.`,
        mend: 'Write a code by which the hospital is known here, or new where it is none of them.',
      };
    if (known !== undefined && known !== former)
      return {
        line,
        code: 'CODES_OF_TWO_HOSPITALS',
        field: 'former_code',
        message: `${values.ods_code} and ${formerCode} are codes of two different hospitals.`,
        mend: 'Leave former_code empty, or put the two hospitals on lines of their own (merged_into says that one took up the other).',
      };
    return { siteId: former, isNew: false };
  }
  if (known !== undefined) return { siteId: known, isNew: false };
  if (formerCode === '') {
    const [like] = proposeMatch({ siteText: values.name, town: values.town }, names);
    if (like !== undefined)
      return {
        line,
        code: 'PERHAPS_KNOWN',
        field: 'former_code',
        message: `${values.ods_code} is not known, but ${values.name} looks like ${like.name} (${like.odsCode}).`,
        mend: `Write ${like.odsCode} as former_code if it is the same hospital under a new code, or new if it is another one.`,
      };
  }
  return { siteId: stableId('site', values.ods_code), isNew: true };
}

const siteTwice = ({ line, values }: FrameRow, earlier: number): LineProblem => ({
  line,
  code: 'HOSPITAL_TWICE',
  field: 'ods_code',
  message: `${values.ods_code} is a code of the hospital that stands on line ${earlier} already.`,
  mend: 'Leave one line for each hospital, with the code that holds on the day of the frame.',
});
