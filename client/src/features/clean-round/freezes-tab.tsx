import type { Problem } from '@liaison-atlas/shared/kernel/problem';
import { useState } from 'react';
import { useMutation, useQuery } from 'urql';

import { ConfirmDialog } from '../../components/confirm-dialog.js';
import { DataTable } from '../../components/data-table.js';
import { ProblemNotice } from '../../components/notice.js';
import { ProblemList } from '../../components/problem-list.js';
import { TextField } from '../../components/text-field.js';
import { formatMoment } from '../../lib/format.js';
import { toProblem } from '../../lib/to-problem.js';
import type { ShownCleaning } from './clean-round.graphql.js';
import { CompareFreezes } from './compare-freezes.js';
import { freezeRoundMutation, freezesQuery, reopenRoundMutation } from './freezes.graphql.js';

interface FreezesTabProps {
  readonly cleaning: ShownCleaning;
  readonly onChanged: () => void;
}

/** Freezing a round, opening it again, and what lies between two freezes. */
export function FreezesTab({ cleaning, onChanged }: FreezesTabProps) {
  const { roundId, frozenAs, forms, decisions } = cleaning;
  const isFrozen = frozenAs > 0;
  const [{ data, error }, again] = useQuery({
    query: freezesQuery,
    variables: { roundId },
    requestPolicy: 'cache-and-network',
  });
  const [{ fetching: freezing }, freeze] = useMutation(freezeRoundMutation);
  const [{ fetching: opening }, reopen] = useMutation(reopenRoundMutation);
  const [asking, setAsking] = useState(false);
  const [reason, setReason] = useState('');
  const [problems, setProblems] = useState<readonly Problem[]>([]);
  const [said, setSaid] = useState('');
  const freezes = data?.freezes ?? [];
  const needsReason = isFrozen || freezes.length > 0;
  const refusedBy = (
    outcome: { readonly __typename: string; readonly problems?: readonly Problem[] } | undefined,
  ) => (outcome?.__typename === 'CleaningRefused' ? (outcome.problems ?? []) : []);
  const confirm = async () => {
    const words = reason.trim();
    if (isFrozen) {
      const { data: sent, error: failed } = await reopen({ roundId, reason: words });
      finish(
        'The round is open for decisions again.',
        failed ? [toProblem(failed)] : refusedBy(sent?.reopenRound),
      );
    } else {
      const { data: sent, error: failed } = await freeze({ roundId, reason: words, seen: decisions });
      finish('The round is frozen.', failed ? [toProblem(failed)] : refusedBy(sent?.freezeRound));
    }
  };
  const finish = (words: string, found: readonly Problem[]) => {
    setProblems(found);
    setAsking(false);
    setReason('');
    setSaid(found.length === 0 ? words : '');
    again({ requestPolicy: 'network-only' });
    onChanged();
  };
  return (
    <>
      <h2>Freezes</h2>
      <p>
        A freeze names exactly which revisions are in, with a hash. A final release stands on one; what
        changes after it makes the next freeze, and its release is an erratum.
      </p>
      <p role="status">{said}</p>
      <ProblemList
        heading={isFrozen ? 'The round was not opened' : 'The round was not frozen'}
        problems={problems}
      />
      <button
        type="button"
        className="nhsuk-button nhsuk-button--secondary la-no-print"
        aria-haspopup="dialog"
        onClick={() => setAsking(true)}
      >
        {isFrozen ? 'Open the round again' : 'Freeze the round'}
      </button>
      {error && !data && <ProblemNotice problem={toProblem(error)} />}
      {!data && !error && <p>Loading the freezes…</p>}
      {data && freezes.length === 0 && <p>The round has not been frozen yet.</p>}
      {freezes.length > 0 && (
        <DataTable
          caption="Freezes, the latest first"
          columns={[
            {
              id: 'number',
              heading: 'Freeze',
              names: true,
              cell: ({ number, holds }) => `${number}${holds ? ' (holds)' : ''}`,
            },
            { id: 'at', heading: 'When and who', cell: ({ at, by }) => `${formatMoment(at)}, ${by}` },
            { id: 'reason', heading: 'Reason', cell: (row) => row.reason || '–' },
            {
              id: 'forms',
              heading: 'Forms',
              cell: ({ forms: of }) =>
                `${of.received} received: ${of.accepted} accepted, ${of.merged} merged, ${of.excluded} left out, ${of.withdrawn} withdrawn, ${of.pending} waiting; ${of.analysed} hospitals`,
            },
            {
              id: 'hash',
              heading: 'SHA-256',
              cell: ({ sha256 }) => <code className="la-hash">{sha256}</code>,
            },
          ]}
          rows={freezes}
          keyOf={({ number }) => String(number)}
        />
      )}
      {freezes.length > 1 && (
        <CompareFreezes roundId={roundId} numbers={freezes.map(({ number }) => number)} />
      )}
      {asking && (
        <ConfirmDialog
          heading={isFrozen ? `Open freeze ${frozenAs} again?` : 'Freeze the round?'}
          action={isFrozen ? 'Open it again' : 'Freeze it'}
          busy={freezing || opening}
          onClose={() => setAsking(false)}
          onConfirm={() => {
            if (needsReason && reason.trim() === '')
              setProblems([
                {
                  code: 'REASON_REQUIRED',
                  field: 'reason',
                  message: 'A reason is missing.',
                  mend: 'Write why.',
                },
              ]);
            else void confirm();
          }}
        >
          {isFrozen ? (
            <p>The freeze stays as it is. What is decided now makes the next one.</p>
          ) : (
            <p>
              {forms.accepted} accepted, {forms.merged} merged, {forms.excluded} left out, {forms.withdrawn}{' '}
              withdrawn, {forms.pending} waiting. Forms that wait are not in.
            </p>
          )}
          <TextField
            label={needsReason ? 'Reason' : 'Reason (optional)'}
            value={reason}
            problem={needsReason && problems.some(({ field }) => field === 'reason') ? 'Write why.' : ''}
            maxLength={1000}
            onChange={setReason}
          />
        </ConfirmDialog>
      )}
    </>
  );
}
