import type { Problem } from '@liaison-atlas/shared/kernel/problem';
import { type ReactNode, useState } from 'react';
import { Link, useNavigate, useSearchParams } from 'react-router';
import { useMutation, useQuery } from 'urql';

import { Loading, ProblemNotice } from '../../components/notice.js';
import { Page } from '../../components/page.js';
import { Permitted } from '../../components/permitted.js';
import { countOf, formatMoment } from '../../lib/format.js';
import { toProblem } from '../../lib/to-problem.js';
import { createDraftMutation, instrumentsQuery, retireMutation } from './design-instruments.graphql.js';
import { ProblemTexts, SmallButton } from './fields.js';
import { NewDraftForm } from './new-draft-form.js';
import { newestOf, STATUS_WORDS } from './version-rows.js';

const CRUMBS = [{ label: 'Home', path: '/' }];
const frame = (content: ReactNode) => (
  <Page heading="Questionnaires" crumbs={CRUMBS} wide>
    {content}
  </Page>
);

/** What another feature adds to the page; the route puts them together. */
interface InstrumentsPageProps {
  /** Shown with each frozen version. */
  readonly ofVersion: (key: string, version: string) => ReactNode;
  /** Shown below the versions. */
  readonly below: ReactNode;
}

/** `/manage/instruments`: drafts, frozen versions, and a new questionnaire. */
export function InstrumentsPage(props: InstrumentsPageProps) {
  return (
    <Permitted any={['DesignInstrument']} frame={frame}>
      {() => frame(<Instruments {...props} />)}
    </Permitted>
  );
}

function Instruments({ ofVersion, below }: InstrumentsPageProps) {
  const [{ data, error }, again] = useQuery({ query: instrumentsQuery, requestPolicy: 'cache-and-network' });
  const [, create] = useMutation(createDraftMutation);
  const [, retire] = useMutation(retireMutation);
  const [problems, setProblems] = useState<readonly Problem[]>([]);
  /** `series version` that somebody is asked about before it is retired. */
  const [asking, setAsking] = useState('');
  const [parameters] = useSearchParams();
  const navigate = useNavigate();
  if (error && !data) return <ProblemNotice problem={toProblem(error)} />;
  if (!data) return <Loading what="the questionnaires" />;
  const { instrumentDrafts: drafts, frozenInstruments: versions } = data;
  const newest = newestOf(versions);

  const begin = async (input: { key: string; title: string; from: string }): Promise<readonly Problem[]> => {
    const result = await create({ input });
    const outcome = result.data?.createInstrumentDraft;
    if (outcome?.__typename === 'InstrumentDraft') {
      await navigate(`/manage/instruments/${outcome.id}`);
      return [];
    }
    return outcome?.problems ?? [toProblem(result.error ?? NO_ANSWER)];
  };
  const takeOut = async (key: string, version: string): Promise<void> => {
    const result = await retire({ key, version });
    const outcome = result.data?.retireInstrument;
    setAsking('');
    if (outcome === undefined) setProblems([toProblem(result.error ?? NO_ANSWER)]);
    else setProblems(outcome.__typename === 'InstrumentRefused' ? outcome.problems : []);
    again({ requestPolicy: 'network-only' });
  };
  const done = parameters.get('done');
  return (
    <>
      {done !== null && (
        <p role="status">{done === 'deleted' ? 'The draft was deleted.' : `Done: ${done.slice(0, 100)}.`}</p>
      )}
      <ProblemTexts problems={problems} />
      <h2>Drafts</h2>
      {drafts.length === 0 && <p>Nobody is writing a questionnaire at the moment.</p>}
      <ul className="nhsuk-list">
        {drafts.map((draft) => (
          <li key={draft.id}>
            <Link to={`/manage/instruments/${draft.id}`}>{draft.title}</Link> ({draft.key}
            {draft.basedOn !== '' && `, from version ${draft.basedOn}`}):{' '}
            {countOf(draft.questionCount, 'question')}, {countOf(draft.problemCount, 'problem')}; saved{' '}
            {formatMoment(draft.savedAt)}
          </li>
        ))}
      </ul>
      <h2>Versions</h2>
      <ul className="nhsuk-list la-versions">
        {versions.map(({ key, version, title, status, changeNote, contentHash }) => (
          <li key={`${key} ${version}`}>
            <h3 className="nhsuk-heading-s">
              {title}, version {version}
            </h3>
            <p>
              Series {key}; {STATUS_WORDS[status] ?? status}. {changeNote}
            </p>
            <p className="la-hash">SHA-256 {contentHash}</p>
            <div className="la-actions la-actions--maybe">
              {newest.get(key) === version && !drafts.some((draft) => draft.key === key) && (
                <SmallButton onClick={() => void begin({ key, title: '', from: version }).then(setProblems)}>
                  Begin a new version from {key} {version}
                </SmallButton>
              )}
              {status !== 'retired' && (
                <SmallButton onClick={() => setAsking(`${key} ${version}`)}>
                  Retire {key} {version}
                </SmallButton>
              )}
            </div>
            {asking === `${key} ${version}` && (
              <div className="nhsuk-inset-text">
                <p>
                  No new round can use a retired version, and it cannot be brought back. Rounds that use it go
                  on.
                </p>
                <div className="la-actions">
                  <SmallButton onClick={() => void takeOut(key, version)}>
                    Yes, retire version {version}
                  </SmallButton>
                  <SmallButton onClick={() => setAsking('')}>No, keep it</SmallButton>
                </div>
              </div>
            )}
            {ofVersion(key, version)}
          </li>
        ))}
      </ul>
      {below}
      <NewDraftForm onBegin={(key, title) => begin({ key, title, from: '' })} />
    </>
  );
}

const NO_ANSWER = { graphQLErrors: [], networkError: undefined, message: '' };
