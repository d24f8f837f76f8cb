import type { Problem } from '@liaison-atlas/shared/kernel/problem';
import { useState } from 'react';
import { useMutation } from 'urql';

import { ConfirmDialog } from '../../components/confirm-dialog.js';
import { toProblem } from '../../lib/to-problem.js';
import { type ShownPlan, type ShownStep, takeRoundStepMutation } from './plan-rounds.graphql.js';
import { ProblemLinks, ProblemSummary } from './problem-summary.js';

interface StepPanelProps {
  readonly stored: ShownPlan;
  /** The form holds what is not stored yet: a step would be taken from something else than one sees. */
  readonly changed: boolean;
  readonly onTaken: (round: ShownPlan, said: string) => void;
}

/** The steps that lead on from a round's state; each opens a warning first, and only its own button takes it. */
export function StepPanel({ stored, changed, onTaken }: StepPanelProps) {
  const [asking, setAsking] = useState<ShownStep | null>(null);
  const [problems, setProblems] = useState<readonly Problem[]>([]);
  const [{ fetching }, take] = useMutation(takeRoundStepMutation);
  if (stored.steps.length === 0) return null;
  const confirm = async (step: ShownStep) => {
    const input = { roundId: stored.id, to: step.to, expectedRevision: stored.revision };
    const { data, error } = await take({ input });
    setAsking(null);
    const outcome = data?.takeRoundStep;
    if (outcome?.__typename === 'RoundPlan') onTaken(outcome, `Done: ${step.button.toLowerCase()}.`);
    else if (outcome?.__typename === 'StaleRoundPlan')
      onTaken(
        outcome.stored,
        'Nothing was done: somebody else has changed the round meanwhile. This is how it stands now.',
      );
    else setProblems(error ? [toProblem(error)] : (outcome?.problems ?? []));
  };
  return (
    <section aria-labelledby="steps-heading" className="la-measure la-no-print">
      <h2 id="steps-heading">Next steps</h2>
      <ProblemSummary heading="The step was not taken" problems={problems} />
      {changed && <p>Save or discard your changes below before you take a step.</p>}
      {stored.steps.map((step) =>
        step.problems.length > 0 ? (
          <div key={step.to} className="la-step-blocked">
            <h3>{step.button}</h3>
            <p>Not possible yet:</p>
            <ProblemLinks problems={step.problems} listClass="nhsuk-list--bullet" />
          </div>
        ) : (
          <p key={step.to}>
            <button
              type="button"
              className="nhsuk-button nhsuk-button--secondary la-step"
              aria-haspopup="dialog"
              disabled={changed}
              onClick={() => {
                setProblems([]);
                setAsking(step);
              }}
            >
              {step.button}
            </button>
          </p>
        ),
      )}
      {asking && (
        <ConfirmDialog
          heading={`${asking.button}?`}
          action={
            fetching
              ? 'One moment…'
              : `Yes, ${asking.button.charAt(0).toLowerCase()}${asking.button.slice(1)}`
          }
          busy={fetching}
          onConfirm={() => void confirm(asking)}
          onClose={() => setAsking(null)}
        >
          <ul>
            {asking.consequences.map((words) => (
              <li key={words}>{words}</li>
            ))}
          </ul>
        </ConfirmDialog>
      )}
    </section>
  );
}
