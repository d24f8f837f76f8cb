import { DataTable } from '../../components/data-table.js';
import { FormsLedger } from '../../components/forms-ledger.js';
import { formatCount } from '../../lib/format.js';
import type { ShownCleaning } from './clean-round.graphql.js';
import { reasonWords } from './clean-words.js';
import { FlowDiagram } from './flow-diagram.js';
import { toFlow } from './to-flow.js';

/** Where every form is: as a diagram, and the same as a table. */
export function LedgerTab({ cleaning }: { readonly cleaning: ShownCleaning }) {
  const { forms, excludedByReason } = cleaning;
  const boxes = toFlow(forms);
  return (
    <>
      <h2>Where the forms went</h2>
      <FlowDiagram boxes={boxes} />
      <DataTable
        caption="The diagram as a table"
        columns={[
          {
            id: 'label',
            heading: 'Step',
            names: true,
            cell: ({ label, side }) => (side ? `− ${label}` : label),
          },
          { id: 'count', heading: 'Count', numeric: true, cell: ({ count }) => formatCount(count) },
        ]}
        rows={boxes}
        keyOf={({ id }) => id}
      />
      <p>
        Received = accepted + merged + excluded + withdrawn + pending: {forms.received} = {forms.accepted} +{' '}
        {forms.merged} + {forms.excluded} + {forms.withdrawn} + {forms.pending}.
      </p>
      <FormsLedger caption="What is counted" forms={forms} />
      {excludedByReason.length > 0 && (
        <DataTable
          caption="Left out, by reason"
          columns={[
            { id: 'reason', heading: 'Reason', names: true, cell: ({ reason }) => reasonWords(reason) },
            { id: 'count', heading: 'Forms', numeric: true, cell: ({ count }) => formatCount(count) },
          ]}
          rows={excludedByReason}
          keyOf={({ reason }) => reason}
        />
      )}
    </>
  );
}
