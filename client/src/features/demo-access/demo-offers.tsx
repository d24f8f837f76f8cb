import { useState } from 'react';
import { useNavigate } from 'react-router';
import { useMutation, useQuery } from 'urql';

import { ProblemNotice } from '../../components/notice.js';
import { toProblem } from '../../lib/to-problem.js';
import { liveRoundsQuery, openDemoAnswer, signInToDemo, viewerQuery } from './demo-access.graphql.js';
import { toLiveRoundPath } from '../../lib/to-live-round-path.js';

/** In demo mode only: answer as a synthetic hospital, or look at the live round as its survey lead. */
export function DemoOffers() {
  const [{ data }] = useQuery({ query: viewerQuery });
  const [live] = useQuery({ query: liveRoundsQuery });
  const [answer, openAnswer] = useMutation(openDemoAnswer);
  const [signIn, enter] = useMutation(signInToDemo);
  const [leaving, setLeaving] = useState(false);
  const navigate = useNavigate();
  // The way in is offered only once it is known where it leads.
  if (!data?.viewer.demo || live.fetching) return null;

  const startAnswer = async () => {
    const opened = await openAnswer({});
    const path = opened.data?.openDemoAnswer.path;
    if (!path) return;
    setLeaving(true);
    window.location.assign(path);
  };
  const startLead = async () => {
    const entered = await enter({ role: 'survey_lead' });
    const path = toLiveRoundPath(live.data?.rounds ?? []);
    if (entered.data?.signInToDemo.signedIn && path !== '') await navigate(path);
  };
  const error = answer.error ?? signIn.error;
  return (
    <section aria-labelledby="demo-heading">
      <h2 id="demo-heading">Try it with synthetic answers</h2>
      <p>
        This is a demonstration. Its synthetic round holds generated answers that say nothing about any real
        hospital; what you enter joins them.
      </p>
      <div className="la-actions">
        <button
          type="button"
          className="nhsuk-button"
          aria-disabled={answer.fetching || leaving}
          onClick={() => void startAnswer()}
        >
          Answer as a synthetic hospital
        </button>
        <button
          type="button"
          className="nhsuk-button nhsuk-button--secondary"
          aria-disabled={signIn.fetching}
          onClick={() => void startLead()}
        >
          {data.viewer.signedIn ? 'See the live round' : 'Sign in as survey lead (demo)'}
        </button>
      </div>
      {error && <ProblemNotice problem={toProblem(error)} />}
    </section>
  );
}
