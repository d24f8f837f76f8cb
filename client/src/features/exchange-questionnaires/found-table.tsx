import { DataTable } from '../../components/data-table.js';
import type { FoundProblem } from './send-questionnaire.js';
import { toPlace } from './to-place.js';

/** What an import found, line by line. */
export function FoundTable(props: { readonly caption: string; readonly found: readonly FoundProblem[] }) {
  const rows = props.found.map((problem, at) => ({ ...problem, at }));
  return (
    <DataTable
      caption={props.caption}
      columns={[
        { id: 'place', heading: 'Where', names: true, cell: toPlace },
        { id: 'message', heading: 'What', cell: ({ message }) => message },
        { id: 'mend', heading: 'What to do', cell: ({ mend }) => mend },
      ]}
      rows={rows}
      keyOf={({ at }) => String(at)}
    />
  );
}
