import { useState } from 'react';
import { useQuery } from 'urql';

import { ConfirmDialog } from '../../components/confirm-dialog.js';
import { DataTable } from '../../components/data-table.js';
import { ProblemNotice } from '../../components/notice.js';
import { PageSizeField } from '../../components/page-size.js';
import { Pagination } from '../../components/pagination.js';
import { ProblemList } from '../../components/problem-list.js';
import { TextField } from '../../components/text-field.js';
import { formatMoment } from '../../lib/format.js';
import { toProblem } from '../../lib/to-problem.js';
import { cleaningDecisionsQuery, type ShownCleaning, type ShownDecision } from './clean-round.graphql.js';
import { decisionStateWords, decisionWords, reasonWords } from './clean-words.js';
import { useCleaningState } from './use-cleaning-state.js';
import { useDecide } from './use-decide.js';

interface DecisionsTabProps {
  readonly cleaning: ShownCleaning;
  readonly onChanged: () => void;
}

/** Every decision with its rule, reason, person and second reader; those that hold can be taken back. */
export function DecisionsTab({ cleaning, onChanged }: DecisionsTabProps) {
  const { roundId } = cleaning;
  const { state, change } = useCleaningState();
  const [{ data, error }, again] = useQuery({
    query: cleaningDecisionsQuery,
    variables: { roundId, page: state.page, perPage: state.size },
    requestPolicy: 'cache-and-network',
  });
  const { busy, problems, decide } = useDecide(roundId);
  const [asked, setAsked] = useState<ShownDecision | null>(null);
  const [note, setNote] = useState('');
  const [said, setSaid] = useState('');
  const takeBack = async ({ id, number }: ShownDecision) => {
    const held = await decide([{ kind: 'reverse', targetId: id, note: note.trim() }]);
    setAsked(null);
    setNote('');
    if (held) setSaid(`Decision ${number} is taken back.`);
    again({ requestPolicy: 'network-only' });
    onChanged();
  };
  const total = data?.cleaningDecisions.total ?? 0;
  return (
    <>
      <h2>Decisions</h2>
      <p role="status">{said}</p>
      <ProblemList heading="The decision was not taken back" problems={problems} />
      {error && !data && <ProblemNotice problem={toProblem(error)} />}
      {!data && !error && <p>Loading the decisions…</p>}
      {data && total === 0 && <p>Nothing has been decided yet.</p>}
      {data && total > 0 && (
        <DataTable
          caption={`${total} decisions, the latest first`}
          columns={[
            { id: 'number', heading: 'Number', names: true, cell: ({ number }) => number },
            { id: 'what', heading: 'Decision', cell: whatWords },
            { id: 'hospital', heading: 'Hospital', cell: ({ hospital }) => hospital || '–' },
            { id: 'why', heading: 'Rule and reason', cell: whyWords },
            { id: 'who', heading: 'Who and when', cell: whoWords },
            { id: 'state', heading: 'Now', cell: ({ state: now }) => decisionStateWords(now) },
            {
              id: 'undo',
              heading: 'Undo',
              cell: (decision) =>
                decision.canBeTakenBack && (
                  <button type="button" className="la-link-button" onClick={() => setAsked(decision)}>
                    Take back<span className="nhsuk-u-visually-hidden"> decision {decision.number}</span>
                  </button>
                ),
            },
          ]}
          rows={data.cleaningDecisions.decisions}
          keyOf={({ id }) => id}
        />
      )}
      {total > 50 && <PageSizeField size={state.size} onChange={(size) => change({ size, page: 1 })} />}
      <Pagination
        page={state.page}
        pages={Math.ceil(total / state.size)}
        what="decisions"
        onPage={(page) => change({ page })}
      />
      {asked !== null && (
        <ConfirmDialog
          heading={`Take back decision ${asked.number}?`}
          action="Take it back"
          busy={busy}
          onClose={() => setAsked(null)}
          onConfirm={() => void takeBack(asked)}
        >
          <p>{decisionWords(asked.kind)}. The form goes back to the queue; the decision stays on record.</p>
          <TextField
            label="Why"
            hint="Without names of people."
            value={note}
            maxLength={1000}
            onChange={setNote}
          />
        </ConfirmDialog>
      )}
    </>
  );
}

const whatWords = ({ kind, value, variable }: ShownDecision): string =>
  [
    decisionWords(kind),
    kind === 'match' || kind === 'resolve' ? `: ${value}` : '',
    variable === '' ? '' : ` (${variable})`,
  ].join('');
const whyWords = ({ rule, reason, note }: ShownDecision): string =>
  [rule, reason === '' ? '' : reasonWords(reason), note].filter(Boolean).join('. ') || '–';
const whoWords = ({ by, at, needsSecond, secondReader }: ShownDecision): string =>
  `${by}, ${formatMoment(at)}${needsSecond ? `; second reader: ${secondReader || 'nobody yet'}` : ''}`;
