import type { Instrument } from '@liaison-atlas/shared/instrument/instrument';
import type { Problem } from '@liaison-atlas/shared/kernel/problem';
import { useState } from 'react';
import { useMutation } from 'urql';

import { countOf } from '../../lib/format.js';
import { toProblem } from '../../lib/to-problem.js';
import { deleteDraftMutation, pilotMutation } from './design-instruments.graphql.js';
import { ProblemTexts, SmallButton } from './fields.js';
import { PublishPanel } from './publish-panel.js';

/** What of a draft is known beside its content. */
export interface OpenedDraft {
  readonly id: string;
  readonly basedOn: string;
  readonly revision: number;
  readonly savedAt: string;
}

/** What can be done with the whole draft: look at it as respondents will, try it out, publish it, throw it away. */
export function DraftActions(props: {
  readonly draft: OpenedDraft;
  readonly revision: number;
  readonly content: Instrument;
  readonly isSaved: boolean;
  readonly problemCount: number;
  /** The draft is gone: published or deleted. */
  readonly onLeft: (word: string) => void;
}) {
  const { draft, revision, content, isSaved, problemCount, onLeft } = props;
  const [asking, setAsking] = useState<'publish' | 'delete' | ''>('');
  const [piloted, setPiloted] = useState('');
  const [problems, setProblems] = useState<readonly Problem[]>([]);
  const [, pilot] = useMutation(pilotMutation);
  const [, remove] = useMutation(deleteDraftMutation);
  const given = { id: draft.id, expectedRevision: revision };

  const tryOut = async (): Promise<void> => {
    const { data, error } = await pilot(given);
    const outcome = data?.pilotInstrument;
    if (outcome?.__typename === 'InstrumentVersion') {
      setPiloted(outcome.version);
      setProblems([]);
    } else setProblems(problemsOf(outcome, error));
  };
  const throwAway = async (): Promise<void> => {
    const { data, error } = await remove(given);
    const outcome = data?.deleteInstrumentDraft;
    if (outcome?.__typename === 'InstrumentDraftDeleted') onLeft('deleted');
    else setProblems(problemsOf(outcome, error));
  };
  return (
    <>
      <div className="la-actions">
        <a
          className="nhsuk-button nhsuk-button--secondary nhsuk-button--small la-small-button"
          href={`/manage/v1/instrument-drafts/${draft.id}/preview`}
          target="_blank"
          rel="noreferrer"
        >
          Preview (opens in a new tab)
        </a>
        {content.secondLanguage !== undefined && (
          <a
            className="nhsuk-button nhsuk-button--secondary nhsuk-button--small la-small-button"
            href={`/manage/v1/instrument-drafts/${draft.id}/preview?lang=second`}
            target="_blank"
            rel="noreferrer"
          >
            Preview in the second language (opens in a new tab)
          </a>
        )}
        <SmallButton disabled={!isSaved || problemCount > 0} onClick={() => void tryOut()}>
          Freeze for a pilot
        </SmallButton>
        <SmallButton disabled={!isSaved || problemCount > 0} onClick={() => setAsking('publish')}>
          Publish
        </SmallButton>
        <SmallButton disabled={!isSaved} onClick={() => setAsking('delete')}>
          Delete draft
        </SmallButton>
      </div>
      <p role="status">
        {piloted !== '' && `Version ${piloted} is frozen for pilot rounds; the draft goes on.`}
        {problemCount > 0 &&
          ` ${countOf(problemCount, 'problem')} to mend before it can be tried out or published.`}
      </p>
      <ProblemTexts problems={problems} />
      {asking === 'delete' && (
        <div className="nhsuk-inset-text">
          <p>The draft will be gone. Published versions stay as they are.</p>
          <div className="la-actions">
            <SmallButton onClick={() => void throwAway()}>Yes, delete the draft</SmallButton>
            <SmallButton onClick={() => setAsking('')}>No, keep it</SmallButton>
          </div>
        </div>
      )}
      {asking === 'publish' && (
        <PublishPanel
          draftId={draft.id}
          revision={revision}
          basedOn={draft.basedOn}
          content={content}
          onPublished={(version) => onLeft(`published ${content.key} ${version}`)}
          onCancel={() => setAsking('')}
        />
      )}
    </>
  );
}

function problemsOf(
  outcome: { readonly __typename: string; readonly problems?: readonly Problem[] } | undefined,
  error: Parameters<typeof toProblem>[0] | undefined,
): readonly Problem[] {
  if (error) return [toProblem(error)];
  return outcome?.problems ?? [CHANGED];
}

const CHANGED: Problem = {
  code: 'STALE',
  field: '',
  message: 'Somebody else has changed the draft in between.',
  mend: 'Open it again and look at what was changed.',
};
