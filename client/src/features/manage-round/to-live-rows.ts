import type { SortOrder } from '../../components/data-table.js';

interface LiveRow {
  readonly name: string;
  readonly label: string;
  readonly forms: number;
  /** '' = no reply. */
  readonly lastSubmittedAt: string;
  readonly region: string;
}

/** Hospitals of the live round in the chosen order, then by name. Silent hospitals count as the earliest. */
export function toLiveRows<Row extends LiveRow>(
  rows: readonly Row[],
  { column, direction }: SortOrder,
): readonly Row[] {
  const sign = direction === 'descending' ? -1 : 1;
  const order = (a: Row, b: Row): number => {
    if (column === 'forms') return a.forms - b.forms;
    if (column === 'last')
      return a.lastSubmittedAt < b.lastSubmittedAt ? -1 : Number(a.lastSubmittedAt > b.lastSubmittedAt);
    if (column === 'label') return a.label.localeCompare(b.label, 'en-GB');
    if (column === 'region') return a.region.localeCompare(b.region, 'en-GB');
    return a.name.localeCompare(b.name, 'en-GB');
  };
  return [...rows].sort((a, b) => sign * order(a, b) || a.name.localeCompare(b.name, 'en-GB'));
}
