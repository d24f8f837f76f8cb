import type { ReactNode } from 'react';

/** One column: its heading, whether it holds numbers, whether it can be sorted by. */
export interface Column<Row> {
  readonly id: string;
  readonly heading: string;
  readonly numeric?: boolean;
  readonly sortable?: boolean;
  /** True for the column that names the row. */
  readonly names?: boolean;
  readonly cell: (row: Row) => ReactNode;
}

/** Column and direction by which rows are ordered. */
export interface SortOrder {
  readonly column: string;
  readonly direction: 'ascending' | 'descending';
}

interface DataTableProps<Row> {
  readonly caption: string;
  readonly columns: readonly Column<Row>[];
  readonly rows: readonly Row[];
  readonly keyOf: (row: Row) => string;
  readonly sort?: SortOrder;
  readonly onSort?: (sort: SortOrder) => void;
  readonly selectedKey?: string;
}

/** Columns from which on a table is set closer, so that it fits the page. */
const MANY = 5;

/** A table whose rows are stacked on narrow screens, each value after its column's heading; sortable headings are buttons. */
export function DataTable<Row>(props: DataTableProps<Row>) {
  const { caption, columns, rows, keyOf, selectedKey } = props;
  return (
    // A box that scrolls must be reachable by keyboard.
    // oxlint-disable-next-line jsx-a11y/no-noninteractive-tabindex
    <div className="la-table-scroll" role="region" aria-label={caption} tabIndex={0}>
      {/* Roles are said again: stacked rows are blocks, and browsers then forget that this is a table. */}
      <table
        className={`nhsuk-table la-table${columns.length >= MANY ? ' la-table--many' : ''}`}
        role="table"
      >
        <caption className="nhsuk-table__caption nhsuk-table__caption--s">{caption}</caption>
        <thead className="nhsuk-table__head" role="rowgroup">
          <tr role="row">
            {columns.map((column) => (
              <Heading key={column.id} column={column} sort={props.sort} onSort={props.onSort} />
            ))}
          </tr>
        </thead>
        <tbody className="nhsuk-table__body" role="rowgroup">
          {rows.map((row) => {
            const key = keyOf(row);
            return (
              <tr key={key} role="row" className={key === selectedKey ? 'la-row-selected' : undefined}>
                {columns.map((column) =>
                  column.names ? (
                    <th
                      key={column.id}
                      scope="row"
                      role="rowheader"
                      className="nhsuk-table__cell la-row-name"
                    >
                      {column.cell(row)}
                    </th>
                  ) : (
                    <td
                      key={column.id}
                      role="cell"
                      className={cellClass(column.numeric)}
                      data-label={column.heading}
                    >
                      {column.cell(row)}
                    </td>
                  ),
                )}
              </tr>
            );
          })}
        </tbody>
      </table>
    </div>
  );
}

const cellClass = (numeric = false): string =>
  `nhsuk-table__cell${numeric ? ' nhsuk-table__cell--numeric' : ''}`;

interface HeadingProps<Row> {
  readonly column: Column<Row>;
  readonly sort: SortOrder | undefined;
  readonly onSort: ((sort: SortOrder) => void) | undefined;
}

function Heading<Row>({ column, sort, onSort }: HeadingProps<Row>) {
  const className = `nhsuk-table__header${column.numeric ? ' nhsuk-table__header--numeric' : ''}`;
  if (!column.sortable || !onSort) {
    return (
      <th scope="col" role="columnheader" className={`${className} la-heading-plain`}>
        {column.heading}
      </th>
    );
  }
  const direction = sort?.column === column.id ? sort.direction : undefined;
  const next = direction === 'ascending' ? 'descending' : 'ascending';
  return (
    <th scope="col" role="columnheader" className={className} aria-sort={direction ?? 'none'}>
      <button
        type="button"
        className="la-sort"
        onClick={() => onSort({ column: column.id, direction: next })}
      >
        {column.heading}
        <span className="la-sort__arrow" aria-hidden="true">
          {direction === 'ascending' ? '▲' : direction === 'descending' ? '▼' : '↕'}
        </span>
      </button>
    </th>
  );
}
