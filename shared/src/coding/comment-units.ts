import type { FormDecision } from '../cleaning/analysis-dataset.js';
import type { CommentStanding } from '../cleaning/comment-standing.js';
import { type Instrument, questionsOf } from '../instrument/instrument.js';

/** One comment that can be coded: the answer of one form to one open question. */
export interface CommentUnit {
  /** `responseId:variable`. */
  readonly id: string;
  readonly responseId: string;
  readonly variable: string;
  /** Hospital the form counts for; not for coders. */
  readonly odsCode: string;
  readonly text: string;
  /** SHA-256 of the text: a corrected comment is another text, coded anew. */
  readonly textHash: string;
}

/** Comments to code, and how many wait for a person because they look as if they named somebody. */
export interface CommentUnits {
  readonly units: readonly CommentUnit[];
  readonly heldBack: number;
}

/** What the comments of a round are made from. */
export interface CommentSource {
  readonly decisions: readonly FormDecision[];
  /** Every comment of a form with whether it may be shown (`commentStandings`); a form that has none may be left out. */
  readonly comments: (responseId: string) => readonly Pick<CommentStanding, 'variable' | 'text'>[];
  readonly hashOf: (text: string) => string;
}

/** Variables of a questionnaire that hold somebody's own words at length. */
export const commentVariables = (instrument: Instrument): readonly string[] =>
  questionsOf(instrument).flatMap(({ type, variable, privacy }) =>
    type === 'long_text' && privacy !== 'personal' ? [variable] : [],
  );

/**
 * The comments of forms that count, accepted or merged. A form that is excluded, withdrawn or not decided has none, an
 * erased one neither. A comment that looks identifying waits until cleaning has cleared or masked it. One text sent twice for one hospital is one comment, as in the count of comments. The order is
 * that of the hashes: the same for every coder, and it says nothing of hospitals.
 */
export function commentUnits(source: CommentSource): CommentUnits {
  const heard = new Set<string>();
  const units: CommentUnit[] = [];
  let heldBack = 0;
  const counted = source.decisions
    .filter(({ outcome }) => outcome === 'accepted' || outcome === 'merged')
    .toSorted((a, b) => (a.responseId < b.responseId ? -1 : 1));
  for (const { responseId, odsCode } of counted)
    for (const { variable, text } of source.comments(responseId)) {
      if (text === null) {
        heldBack += 1;
        continue;
      }
      const sentence = JSON.stringify([odsCode, variable, text]);
      if (heard.has(sentence)) continue;
      heard.add(sentence);
      const id = `${responseId}:${variable}`;
      units.push({ id, responseId, variable, odsCode, text, textHash: source.hashOf(text) });
    }
  units.sort((a, b) => byText(a.textHash, b.textHash) || byText(a.id, b.id));
  return { units, heldBack };
}

const byText = (a: string, b: string): number => (a < b ? -1 : a > b ? 1 : 0);

/**
 * In which of `parts` equal shares of a round a comment lies, from 1. By its form, so that one form's comments stay
 * together, and for good: a form that comes later moves none.
 */
export function shareOf(responseId: string, parts: number): number {
  let hash = 2_166_136_261;
  for (let at = 0; at < responseId.length; at += 1)
    hash = Math.imul(hash ^ responseId.charCodeAt(at), 16_777_619) >>> 0;
  return (hash % parts) + 1;
}
