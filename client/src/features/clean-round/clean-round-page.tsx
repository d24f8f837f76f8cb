import type { ReactNode } from 'react';
import { useQuery } from 'urql';

import { Loading, ProblemNotice, SyntheticNotice } from '../../components/notice.js';
import { Page } from '../../components/page.js';
import { Permitted } from '../../components/permitted.js';
import { TabList } from '../../components/tab-list.js';
import { toProblem } from '../../lib/to-problem.js';
import { cleaningQuery } from './clean-round.graphql.js';
import { DecisionsTab } from './decisions-tab.js';
import { FreezesTab } from './freezes-tab.js';
import { LedgerTab } from './ledger-tab.js';
import { QuestionsTab } from './questions-tab.js';
import { QueueTab } from './queue-tab.js';
import { StartPractice } from './start-practice.js';
import { SettingsTab } from './settings-tab.js';
import { toProgressWords } from './to-progress-words.js';
import { useCleaningProgress } from './use-cleaning-progress.js';
import { useCleaningState } from './use-cleaning-state.js';

const TAB_WORDS = [
  { id: 'queue', label: 'Queue' },
  { id: 'ledger', label: 'Where the forms went' },
  { id: 'decisions', label: 'Decisions' },
  { id: 'questions', label: 'Questions to sites' },
  { id: 'freezes', label: 'Freezes' },
  { id: 'settings', label: 'Settings' },
] as const;

const NOT_KNOWN = { phase: 'reading', done: 0, total: 0 };

/** Cleaning a round: from raw forms to what counts. Others are told what they would need. */
export function CleanRoundPage({ roundId }: { readonly roundId: string }) {
  const crumbs = [
    { label: 'Home', path: '/' },
    { label: 'Live round', path: `/manage/rounds/${encodeURIComponent(roundId)}` },
  ];
  const frame = (heading: string, content: ReactNode) => (
    <Page heading={heading} crumbs={crumbs} wide>
      {content}
    </Page>
  );
  return (
    <Permitted any={['CleanRound']} frame={(content) => frame('Cleaning', content)}>
      {({ demo }) => <Cleaning key={roundId} roundId={roundId} demo={demo} frame={frame} />}
    </Permitted>
  );
}

interface CleaningProps {
  readonly roundId: string;
  readonly demo: boolean;
  readonly frame: (heading: string, content: ReactNode) => ReactNode;
}

function Cleaning({ roundId, demo, frame }: CleaningProps) {
  const { state, change } = useCleaningState();
  const progress = useCleaningProgress(roundId);
  const [{ data, error }, again] = useQuery({
    query: cleaningQuery,
    variables: { roundId },
    pause: progress !== null,
    requestPolicy: 'cache-and-network',
  });
  const refresh = () => again({ requestPolicy: 'network-only' });
  if (error && !data)
    return frame('Cleaning', <ProblemNotice problem={toProblem(error)} onRetry={refresh} />);
  if (!data) return frame('Cleaning', <Loading what={toProgressWords(progress ?? NOT_KNOWN)} />);
  const { cleaning } = data;
  const { title, roundKind, frozenAs, forms } = cleaning;
  const marked = roundKind === 'synthetic' && !title.includes('SYNTHETIC') ? `SYNTHETIC: ${title}` : title;
  const tab = { cleaning, onChanged: refresh };
  return frame(
    `${marked}, cleaning`,
    <>
      <SyntheticNotice kind={roundKind} />
      {demo && roundKind === 'synthetic' && roundId !== 'practice-2018' && <StartPractice />}
      <p>
        {forms.received} forms received, {forms.accepted} accepted, {forms.merged} merged, {forms.excluded}{' '}
        left out, {forms.withdrawn} withdrawn, {forms.pending} waiting.{' '}
        {frozenAs > 0 && <strong>Frozen as freeze {frozenAs}: nothing can be decided.</strong>}
      </p>
      <TabList
        label="Parts of the cleaning"
        tabs={TAB_WORDS}
        selected={state.tab}
        onSelect={(next) => change({ tab: next, kind: '', text: '', page: 1, task: '' })}
      >
        {state.tab === 'queue' && <QueueTab {...tab} />}
        {state.tab === 'ledger' && <LedgerTab cleaning={cleaning} />}
        {state.tab === 'decisions' && <DecisionsTab {...tab} />}
        {state.tab === 'questions' && <QuestionsTab {...tab} />}
        {state.tab === 'freezes' && <FreezesTab {...tab} />}
        {state.tab === 'settings' && <SettingsTab {...tab} />}
      </TabList>
    </>,
  );
}
