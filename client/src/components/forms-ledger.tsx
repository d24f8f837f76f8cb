import { formatCount } from '../lib/format.js';
import { DataTable } from './data-table.js';

const LINES = [
  { key: 'received', name: 'Forms received', meaning: 'Submitted forms, whatever became of them.' },
  { key: 'accepted', name: 'Accepted', meaning: 'Forms behind the figures.' },
  {
    key: 'merged',
    name: 'Merged',
    meaning: 'Further forms of a hospital that has an accepted one, and superseded forms.',
  },
  { key: 'excluded', name: 'Excluded', meaning: 'Out of scope, blank, a test, or a repeat.' },
  { key: 'withdrawn', name: 'Withdrawn', meaning: 'Taken back by the respondent; only the count is kept.' },
  { key: 'pending', name: 'Pending', meaning: 'Waiting for a person’s decision.' },
  {
    key: 'partial',
    name: 'Started, never submitted',
    meaning: 'Not among the forms received, and in no figure.',
  },
  { key: 'analysed', name: 'Analysed', meaning: 'Hospital records in the figures.' },
] as const;

interface FormsLedgerProps {
  readonly caption: string;
  /** How many forms of each kind; null = the source does not say. */
  readonly forms: Readonly<Record<(typeof LINES)[number]['key'], number | null>>;
}

/** How many forms there are of each kind, each kind named once for every screen. */
export function FormsLedger({ caption, forms }: FormsLedgerProps) {
  return (
    <DataTable
      caption={caption}
      columns={[
        { id: 'name', heading: 'Forms', names: true, cell: ({ name }) => name },
        { id: 'count', heading: 'Count', numeric: true, cell: ({ key }) => formatCount(forms[key]) },
        { id: 'meaning', heading: 'What is counted', cell: ({ meaning }) => meaning },
      ]}
      rows={LINES}
      keyOf={({ key }) => key}
    />
  );
}
