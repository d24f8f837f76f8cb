import { useEffect, useLayoutEffect, useRef, useState } from 'react';

import { Details } from '../../components/details.js';
import { TextArea } from '../../components/text-area.js';
import { openSuggestions, toggleSuggested, withSuggested } from './answer-suggestion.js';
import { CodeButtons } from './code-buttons.js';
import type { DeskCode, DeskComment as Comment } from './coding-desk.graphql.js';
import type { Said } from './desk-store.js';
import { DeskSuggestions } from './desk-suggestions.js';
import { toHotkeys } from './to-hotkeys.js';
import type { DeskSaves } from './use-desk-saves.js';
import { useSuggestions } from './use-suggestions.js';

interface DeskCommentProps {
  readonly taskId: string;
  readonly comment: Comment;
  readonly codes: readonly DeskCode[];
  /** Whether codes are suggested for this task. */
  readonly suggests: boolean;
  /** Place among the comments, from 1. */
  readonly at: number;
  readonly total: number;
  readonly saves: DeskSaves;
  readonly shortcuts: boolean;
  readonly onGo: (number: number) => void;
}

/** One comment with its codes and memo. The text is a box in which nothing changes: so keys choose parts of it too (a
 * `readonly` box has no caret in every browser). */
export function DeskComment(props: DeskCommentProps) {
  const { taskId, comment, codes, suggests, at, total, saves, shortcuts, onGo } = props;
  const box = useRef<HTMLTextAreaElement>(null);
  const [part, setPart] = useState({ start: 0, end: 0 });
  const work = saves.works.get(comment.unitId);
  const said: Said = work?.said ?? {
    codes: comment.codes,
    suggested: comment.suggested,
    memo: comment.memo,
    final: comment.state === 'final',
  };
  const isFinal = said.final && work?.state !== 'failed';
  const applicable = codes.filter((code) => code.applicable);
  const hotkeys = toHotkeys(applicable.map(({ id }) => id));

  const change = (values: Partial<Said>) => saves.store.say(comment, { ...said, ...values });
  const found = useSuggestions(taskId, comment.unitId, suggests && !isFinal);
  const open = openSuggestions(found?.suggestions ?? [], said);
  const toggle = (codeId: string) => {
    if (!isFinal) change(toggleSuggested(said, codeId, part, open));
  };
  const dismiss = (codeId: string) => change({ suggested: withSuggested(said.suggested, [codeId]) });
  const next = () => {
    if (at < total) onGo(at + 1);
  };
  const done = () => {
    const shown = open.map(({ codeId }) => codeId);
    if (!isFinal) change({ final: true, suggested: withSuggested(said.suggested, shown) });
    next();
  };

  // Before the next comment is painted: a key pressed at once must not reach the one before.
  useLayoutEffect(() => {
    if (!shortcuts) return;
    const press = (event: KeyboardEvent): void => {
      const target = event.target as HTMLElement;
      const writes = target.matches('input:not([type=checkbox]), select, textarea:not([aria-readonly])');
      if (writes || event.ctrlKey || event.metaKey || event.altKey) return;
      const key = event.key.toLowerCase();
      if (key === 'n') next();
      else if (key === 'p') {
        if (at > 1) onGo(at - 1);
      } else if (open[0] !== undefined && key === '+') toggle(open[0].codeId);
      else if (open[0] !== undefined && key === '-') dismiss(open[0].codeId);
      else if (key === 'enter' && !target.matches('button, a, summary, input')) done();
      else {
        const code = applicable.find(({ id }) => hotkeys.get(id) === key);
        if (code === undefined) return;
        toggle(code.id);
      }
      event.preventDefault();
    };
    document.addEventListener('keydown', press);
    return () => document.removeEventListener('keydown', press);
  });
  // The next comment takes the focus, so that keys go on working and a screen reader reads it.
  useEffect(() => box.current?.focus({ preventScroll: true }), []);

  const name = `Comment ${at} of ${total}${isFinal ? ', final' : ''}`;
  return (
    <section aria-label="Comment and codes" className="la-desk">
      <div>
        <p className="nhsuk-hint">{comment.question}</p>
        <label className="nhsuk-label nhsuk-label--s" htmlFor="comment-text">
          {name}
        </label>
        <textarea
          className="nhsuk-textarea la-desk__text"
          id="comment-text"
          ref={box}
          aria-readonly
          onBeforeInput={(event) => event.preventDefault()}
          onChange={() => undefined}
          value={comment.text}
          rows={Math.min(14, Math.max(4, Math.ceil(comment.text.length / 50)))}
          aria-describedby="part-hint"
          onSelect={({ currentTarget: { selectionStart: start, selectionEnd: end } }) =>
            setPart(start === end ? { start: 0, end: 0 } : { start, end })
          }
        />
        <p className="nhsuk-hint" id="part-hint">
          {part.end > part.start
            ? 'A code goes on the part that you chose.'
            : 'A code goes on the whole comment; choose a part of the text to put it on that part.'}
        </p>
        <Parts comment={comment} said={said} codes={codes} onTake={isFinal ? null : change} />
        {found && !isFinal && (
          <DeskSuggestions
            found={found}
            open={open}
            text={comment.text}
            codes={codes}
            onAccept={toggle}
            onDismiss={dismiss}
          />
        )}
        {isFinal ? (
          <p>This comment is final. The survey lead can open it again.</p>
        ) : (
          <TextArea label="Memo" value={said.memo} rows={2} onChange={(memo) => change({ memo })} />
        )}
        <div className="la-actions">
          <button type="button" className="nhsuk-button nhsuk-button--small" onClick={done}>
            {isFinal ? 'Next' : 'Final, and next'}
          </button>
          <button
            type="button"
            className="nhsuk-button nhsuk-button--secondary nhsuk-button--small"
            aria-disabled={at === 1}
            onClick={() => at > 1 && onGo(at - 1)}
          >
            Previous
          </button>
          <button
            type="button"
            className="nhsuk-button nhsuk-button--secondary nhsuk-button--small"
            aria-disabled={at === total}
            onClick={next}
          >
            Next, not final
          </button>
        </div>
      </div>
      <div>
        <CodeButtons codes={codes} said={said} hotkeys={hotkeys} disabled={isFinal} onToggle={toggle} />
        <Details summary="What the codes mean">
          {applicable.map(({ id, key, name: title, definition, include, exclude, example }) => (
            <p key={id}>
              <strong>
                {key} {title}
              </strong>
              <br />
              {[definition, include && `Include: ${include}`, exclude && `Exclude: ${exclude}`, example]
                .filter(Boolean)
                .join(' ')}
            </p>
          ))}
        </Details>
      </div>
    </section>
  );
}

interface PartsProps {
  readonly comment: Comment;
  readonly said: Said;
  readonly codes: readonly DeskCode[];
  /** null = nothing can be taken off. */
  readonly onTake: ((values: Partial<Said>) => void) | null;
}

/** Codes that stand on a part of the comment, each with its words. */
function Parts({ comment, said, codes, onTake }: PartsProps) {
  const parts = said.codes.filter(({ end }) => end > 0);
  if (parts.length === 0) return null;
  return (
    <ul aria-label="Codes on parts of the comment">
      {parts.map((each) => (
        <li key={`${each.codeId} ${each.start} ${each.end}`}>
          {codes.find(({ id }) => id === each.codeId)?.key}: “{comment.text.slice(each.start, each.end)}”{' '}
          {onTake && (
            <button
              type="button"
              className="la-link-button"
              onClick={() => onTake({ codes: said.codes.filter((other) => other !== each) })}
            >
              Take off
            </button>
          )}
        </li>
      ))}
    </ul>
  );
}
