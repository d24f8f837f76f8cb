import { checkInstrument } from '@liaison-atlas/shared/instrument/check-instrument';
import type { Instrument } from '@liaison-atlas/shared/instrument/instrument';
import { useEffect, useMemo, useRef, useState } from 'react';
import { useNavigate, useSearchParams } from 'react-router';

import { countOf } from '../../lib/format.js';
import { DraftActions, type OpenedDraft } from './draft-actions.js';
import { beginHistory, change, toUndo, undo } from './draft-history.js';
import {
  addPage,
  addQuestion,
  duplicate,
  type Edited,
  fromAddress,
  move,
  type Place,
  remove,
  setPage,
  setQuestion,
  toAddress,
} from './edit-draft.js';
import { SmallButton } from './fields.js';
import { Outline } from './outline.js';
import { PageEditor } from './page-editor.js';
import { QuestionEditor } from './question-editor.js';
import { SaveStatus } from './save-status.js';
import { useAutosave } from './use-autosave.js';
import { WholeEditor } from './whole-editor.js';

/** The designer: outline, editor of what is open, and what can be done with the whole. */
export function Designer({ draft, opened }: { readonly draft: OpenedDraft; readonly opened: Instrument }) {
  const [history, setHistory] = useState(() => beginHistory(opened));
  const [parameters, setParameters] = useSearchParams();
  const [announced, setAnnounced] = useState('');
  const heading = useRef<HTMLHeadingElement>(null);
  const navigate = useNavigate();
  const { content } = history;
  const { state, revision, retry, goOnFrom } = useAutosave(draft.id, content, draft);
  const problems = useMemo(() => checkInstrument(content), [content]);
  const at = fromAddress(parameters.get('at') ?? '', content);
  const page = content.pages[at.page];
  const question = page?.questions[at.question];
  const here = problems.filter(
    (problem) => problem.at.page === at.page && problem.at.question === at.question,
  );

  const [focusOn, setFocusOn] = useState('');
  useEffect(() => {
    if (focusOn !== '') heading.current?.focus();
  }, [focusOn]);

  const open = (place: Place, takesFocus = true): void => {
    const address = toAddress(place);
    setParameters(address === '' ? {} : { at: address }, { replace: true });
    setAnnounced('');
    if (takesFocus) setFocusOn(`${address} ${Date.now()}`);
  };
  const apply = (edited: Edited, did: string, takesFocus: boolean): void => {
    if (edited === undefined) return;
    setHistory(change(history, edited.content, did));
    open(edited.at, takesFocus);
    setAnnounced(`${did}.`);
  };
  const name = question ? `question ${question.variable}` : page ? `page ${page.id}` : 'the questionnaire';
  const typed = (next: Instrument, what: string): void => {
    setHistory(change(history, next, `Changed ${what} of ${name}…`));
    // What was said of the change before is not the latest any more, nor what "Undo" takes back.
    setAnnounced('');
  };
  const undone = toUndo(history);
  return (
    <>
      <SaveStatus
        state={state}
        content={content}
        onRetry={retry}
        onTakeStored={() => {
          if (state.kind !== 'stale') return;
          const stored = JSON.parse(state.stored.content) as Instrument;
          setHistory(change(history, stored, 'Took what somebody else had stored'));
          goOnFrom(state.stored.revision, stored);
        }}
        onKeepMine={() => {
          if (state.kind === 'stale') goOnFrom(state.stored.revision, undefined);
        }}
      />
      <DraftActions
        draft={draft}
        revision={revision}
        content={content}
        isSaved={state.kind === 'saved'}
        problemCount={problems.length}
        onLeft={(word) => void navigate(`/manage/instruments?done=${word}`)}
      />
      <div className="la-designer">
        <div>
          <h2 className="nhsuk-heading-m">Outline</h2>
          <p>
            {problems.length === 0
              ? 'Nothing is wrong.'
              : `${countOf(problems.length, 'problem')} to mend before it can be published.`}
          </p>
          <Outline content={content} problems={problems} open={at} onOpen={(place) => open(place)} />
          <div className="la-actions">
            <SmallButton onClick={() => apply(addPage(content, at), 'Added a page', true)}>
              Add page
            </SmallButton>
            <SmallButton
              disabled={content.pages.length === 0}
              onClick={() => apply(addQuestion(content, at), 'Added a question', true)}
            >
              Add question
            </SmallButton>
          </div>
        </div>
        <section aria-labelledby="editor-heading">
          <h2 className="nhsuk-heading-m" id="editor-heading" tabIndex={-1} ref={heading}>
            {question
              ? `Question: ${question.variable}`
              : page
                ? `Page: ${page.id}`
                : 'The whole questionnaire'}
          </h2>
          <div className="la-actions">
            {page && (
              <>
                <SmallButton
                  disabled={move(content, at, -1) === undefined}
                  onClick={() => apply(move(content, at, -1), `Moved ${name} up`, false)}
                >
                  Move up
                </SmallButton>
                <SmallButton
                  disabled={move(content, at, 1) === undefined}
                  onClick={() => apply(move(content, at, 1), `Moved ${name} down`, false)}
                >
                  Move down
                </SmallButton>
                <SmallButton onClick={() => apply(duplicate(content, at), `Duplicated ${name}`, true)}>
                  Duplicate
                </SmallButton>
                <SmallButton onClick={() => apply(remove(content, at), `Deleted ${name}`, true)}>
                  Delete
                </SmallButton>
              </>
            )}
            <SmallButton
              disabled={undone === ''}
              onClick={() => {
                setHistory(undo(history));
                setAnnounced(`Undone: ${undone}.`);
              }}
            >
              {undone === '' ? 'Undo' : `Undo: ${undone}`}
            </SmallButton>
          </div>
          <p role="status" className="nhsuk-u-visually-hidden">
            {announced}
          </p>
          {/* Boxes that hold half-typed numbers belong to the place that is open. */}
          <div key={toAddress(at)}>
            {question ? (
              <QuestionEditor
                content={content}
                at={at}
                question={question}
                problems={here}
                onChange={(next, what) => typed(setQuestion(content, at, next), what)}
              />
            ) : page ? (
              <PageEditor
                content={content}
                page={page}
                problems={here}
                onChange={(next, what) => typed(setPage(content, at.page, next), what)}
              />
            ) : (
              <WholeEditor content={content} problems={here} onChange={typed} />
            )}
          </div>
        </section>
      </div>
    </>
  );
}
