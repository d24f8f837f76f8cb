import type { Problem } from '@liaison-atlas/shared/kernel/problem';
import type { RoundState } from '@liaison-atlas/shared/fieldwork/round';
import { useEffect, useState } from 'react';
import { Link } from 'react-router';
import { useMutation, useQuery } from 'urql';

import { Loading, ProblemNotice, SyntheticNotice } from '../../components/notice.js';
import { SummaryList } from '../../components/summary-list.js';
import { roundStateWords } from '../../lib/round-words.js';
import { toProblem } from '../../lib/to-problem.js';
import { isChanged, type PlanDraft, toDraft } from './plan-draft.js';
import { PlanForm } from './plan-form.js';
import {
  type PlanChoices,
  planChoicesQuery,
  roundPlanQuery,
  saveRoundPlanMutation,
  type ShownPlan,
} from './plan-rounds.graphql.js';
import { nextStepWords } from './plan-words.js';
import { ProblemSummary } from './problem-summary.js';
import { type PlanDifference, StaleNotice } from './stale-notice.js';
import { StepPanel } from './step-panel.js';

/** Loads the plan of a round and what it can name. */
export function RoundPlanBody({ roundId }: { readonly roundId: string }) {
  const [plan, again] = useQuery({
    query: roundPlanQuery,
    variables: { id: roundId },
    requestPolicy: 'network-only',
  });
  const [choices] = useQuery({ query: planChoicesQuery, requestPolicy: 'cache-and-network' });
  // What was loaded first: from then on the page itself knows what is stored.
  const [first, setFirst] = useState<ShownPlan | null>(null);
  if (first === null && plan.data && !plan.stale) setFirst(plan.data.roundPlan);
  const error = plan.error ?? choices.error;
  if (error && (first === null || !choices.data))
    return (
      <ProblemNotice problem={toProblem(error)} onRetry={() => again({ requestPolicy: 'network-only' })} />
    );
  if (first === null || !choices.data) return <Loading what="the plan of this round" />;
  return <PlanEditor first={first} choices={choices.data.roundPlanChoices} />;
}

function PlanEditor({ first, choices }: { readonly first: ShownPlan; readonly choices: PlanChoices }) {
  const [stored, setStored] = useState(first);
  const [draft, setDraft] = useState<PlanDraft>(() => toDraft(first));
  const [problems, setProblems] = useState<readonly Problem[]>([]);
  const [stale, setStale] = useState<{ stored: ShownPlan; differences: readonly PlanDifference[] } | null>(
    null,
  );
  const [said, setSaid] = useState('');
  const [{ fetching }, save] = useMutation(saveRoundPlanMutation);
  const changed = isChanged(draft, stored);
  useWarningBeforeLeaving(changed);

  const take = (round: ShownPlan, words: string) => {
    setStored(round);
    setDraft(toDraft(round));
    setProblems([]);
    setStale(null);
    setSaid(words);
  };
  const submit = async () => {
    setSaid('');
    const { data, error } = await save({
      input: { roundId: stored.id, expectedRevision: stored.revision, plan: draft },
    });
    const outcome = data?.saveRoundPlan;
    if (outcome?.__typename === 'RoundPlan') take(outcome, 'The plan is saved.');
    else if (outcome?.__typename === 'StaleRoundPlan') {
      setProblems([]);
      setStale({ stored: outcome.stored, differences: outcome.differences });
    } else setProblems(error ? [toProblem(error)] : (outcome?.problems ?? []));
  };
  return (
    <>
      <SyntheticNotice kind={stored.kind} />
      <SummaryList
        rows={[
          { name: 'State', value: roundStateWords(stored.state as RoundState) },
          { name: 'Word for addresses', value: stored.id },
          { name: 'Made from', value: stored.basedOn === '' ? 'nothing' : stored.basedOn },
          { name: 'Answers', value: answersWords(stored) },
          { name: 'What comes next', value: nextStepWords(stored) },
        ]}
      />
      <p className="la-no-print">
        <Link to={`/manage/rounds/${encodeURIComponent(stored.id)}`}>Live state of this round</Link>
      </p>
      <p role="status" className="la-plan-status">
        {said}
      </p>
      <StepPanel stored={stored} changed={changed} onTaken={take} />
      {stale && (
        <StaleNotice
          differences={stale.differences}
          onTakeStored={() => take(stale.stored, 'The form holds what is stored.')}
          onKeepMine={() => {
            setStored(stale.stored);
            setStale(null);
            setSaid('The form holds your changes. Save the plan to store them over what is stored.');
          }}
        />
      )}
      <ProblemSummary heading="The plan was not saved" problems={problems} />
      <PlanForm
        stored={stored}
        draft={draft}
        choices={choices}
        problems={problems}
        saving={fetching}
        changed={changed}
        onChange={(next) => {
          setSaid('');
          setDraft(next);
        }}
        onSave={() => void submit()}
        onDiscard={() => take(stored, 'Your changes are gone; the form holds what is stored.')}
      />
    </>
  );
}

function answersWords({ takesAnswers, takesCorrections, sentForms, unsentForms }: ShownPlan): string {
  const now = takesAnswers ? 'taken now' : takesCorrections ? 'corrections are taken now' : 'not taken now';
  return `${now}; ${sentForms} sent, ${unsentForms} begun and not sent`;
}

/** A tab that is closed over changes asks first. */
function useWarningBeforeLeaving(changed: boolean): void {
  useEffect(() => {
    if (!changed) return;
    const warn = (event: BeforeUnloadEvent) => event.preventDefault();
    window.addEventListener('beforeunload', warn);
    return () => window.removeEventListener('beforeunload', warn);
  }, [changed]);
}
