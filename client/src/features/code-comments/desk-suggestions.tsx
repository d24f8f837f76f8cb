import type { ResultOf } from 'gql.tada';

import { countOf, formatWholePercent } from '../../lib/format.js';
import type { DeskCode } from './coding-desk.graphql.js';
import type { codingSuggestionsQuery } from './suggestions.graphql.js';
import { toMarkedParts } from './to-marked-parts.js';

/** What is suggested for a comment, as the server tells it. */
export type ShownSuggestions = ResultOf<typeof codingSuggestionsQuery>['codingSuggestions'];
/** One code that is suggested. */
export type Suggestion = ShownSuggestions['suggestions'][number];

interface DeskSuggestionsProps {
  readonly found: ShownSuggestions;
  /** Those that wait for an answer; the keys answer the first. */
  readonly open: readonly Suggestion[];
  readonly text: string;
  readonly codes: readonly DeskCode[];
  readonly onAccept: (codeId: string) => void;
  readonly onDismiss: (codeId: string) => void;
}

/** Codes that the words of a comment speak for, why, and the two answers to each. Nothing is applied by itself. */
export function DeskSuggestions({ found, open, text, codes, onAccept, onDismiss }: DeskSuggestionsProps) {
  return (
    <section aria-labelledby="suggestions" className="la-suggestions la-no-print">
      <h2 className="nhsuk-heading-s" id="suggestions">
        Suggestions
      </h2>
      {open.length === 0 ? (
        <p className="nhsuk-hint">{emptyWords(found)}</p>
      ) : (
        <ul className="la-suggestions__list">
          {open.map((suggestion, at) => {
            const code = codes.find(({ id }) => id === suggestion.codeId);
            const name = `${code?.key ?? ''} ${code?.name ?? ''}`;
            return (
              <li key={suggestion.codeId}>
                <p>
                  <strong>{name}</strong>, {likelihoodWords(suggestion)} likely by the words marked:
                </p>
                <Why suggestion={suggestion} text={text} />
                <div className="la-actions">
                  <button
                    type="button"
                    className="nhsuk-button nhsuk-button--secondary nhsuk-button--small"
                    onClick={() => onAccept(suggestion.codeId)}
                  >
                    {at === 0 && <kbd className="la-code__key">+</kbd>} Accept
                    <span className="nhsuk-u-visually-hidden"> {name}</span>
                  </button>
                  <button
                    type="button"
                    className="nhsuk-button nhsuk-button--secondary nhsuk-button--small"
                    onClick={() => onDismiss(suggestion.codeId)}
                  >
                    {at === 0 && <kbd className="la-code__key">-</kbd>} Dismiss
                    <span className="nhsuk-u-visually-hidden"> {name}</span>
                  </button>
                </div>
              </li>
            );
          })}
        </ul>
      )}
    </section>
  );
}

/** The comment with the words marked that speak for the code, and how often each stood where. */
function Why({ suggestion, text }: { readonly suggestion: Suggestion; readonly text: string }) {
  const { words, withCode, withoutCode } = suggestion;
  const forIt = words.filter(({ weight }) => weight > 0);
  const against = words.filter(({ weight }) => weight < 0).map(({ word }) => word);
  const parts = toMarkedParts(
    text,
    forIt.flatMap(({ places }) => places),
  );
  return (
    <>
      <p className="la-suggestions__text">
        {parts.map(({ text: piece, isMarked, start }) =>
          isMarked ? <mark key={start}>{piece}</mark> : <span key={start}>{piece}</span>,
        )}
      </p>
      <ul className="la-suggestions__words nhsuk-hint">
        {forIt.map((word) => (
          <li key={word.word}>
            “{word.word}”: {word.withCode} of {countOf(withCode, 'comment')} with this code,{' '}
            {word.withoutCode} of {withoutCode} without
          </li>
        ))}
        {against.length > 0 && <li>Against it: {against.map((word) => `“${word}”`).join(', ')}</li>}
      </ul>
    </>
  );
}

/** Never "100%": words alone make nothing sure. */
const likelihoodWords = ({ likelihood }: Suggestion): string =>
  likelihood > 0.99 ? 'over 99%' : formatWholePercent(likelihood);

function emptyWords({ state, learnedFrom, suggestions }: ShownSuggestions): string {
  if (suggestions.length > 0) return 'You have answered what was suggested.';
  const from = `${countOf(learnedFrom, 'finished comment')}`;
  return state === 'too_few'
    ? `No suggestion yet: a code must stand on three finished comments, and be missing on three (${from} so far).`
    : `No word of this comment speaks for a code, by ${from}.`;
}
