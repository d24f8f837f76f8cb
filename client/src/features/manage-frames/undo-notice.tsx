import type { Eligibility } from '@liaison-atlas/shared/frame/eligibility';
import type { Problem } from '@liaison-atlas/shared/kernel/problem';
import { useState } from 'react';
import { useMutation } from 'urql';

import { ProblemList } from '../../components/problem-list.js';
import { toProblem } from '../../lib/to-problem.js';
import { eligibilityWords } from './frame-words.js';
import { setEligibilityMutation } from './manage-frames.graphql.js';

/** What was just decided. */
export interface Decided {
  readonly siteId: string;
  readonly name: string;
  /** null = a decision was taken back. */
  readonly verdict: Eligibility | null;
  /** What a person had decided before; null = the rule stood. */
  readonly before: { readonly verdict: Eligibility; readonly reason: string } | null;
}

interface UndoNoticeProps {
  readonly frameId: string;
  readonly decided: Decided;
  readonly onUndone: () => void;
}

/** Says what was decided and offers to put back what stood before: an earlier decision, or the rule. */
export function UndoNotice({ frameId, decided, onUndone }: UndoNoticeProps) {
  const [{ fetching }, decide] = useMutation(setEligibilityMutation);
  const [problems, setProblems] = useState<readonly Problem[]>([]);
  const undo = async () => {
    if (fetching) return;
    const { data, error } = await decide({
      input: { frameId, siteId: decided.siteId, ...(decided.before ?? { verdict: null, reason: '' }) },
    });
    const outcome = data?.setEligibility;
    if (outcome?.__typename === 'SamplingFrame') onUndone();
    else setProblems(error ? [toProblem(error)] : (outcome?.problems ?? []));
  };
  return (
    <div className="nhsuk-inset-text la-no-print">
      <ProblemList heading="The decision was not undone" problems={problems} />
      <p role="status">
        {decided.name}:{' '}
        {decided.verdict === null
          ? 'the rule stands again.'
          : `${eligibilityWords(decided.verdict).toLowerCase()}, decided just now.`}
      </p>
      <button
        type="button"
        className="nhsuk-button nhsuk-button--secondary nhsuk-button--small"
        aria-disabled={fetching}
        onClick={() => void undo()}
      >
        Undo
      </button>
    </div>
  );
}
