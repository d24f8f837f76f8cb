/*
 * What of a round a change was about (`Unit.touch`), for those who keep something of a round and read again only what
 * changed. A change without one of these may have been anything.
 */

const FORM = 'form:';
const ERASED = 'erased:';
const QUERY = 'query:';

/** A form was begun, sent, corrected, withdrawn. */
export const formChange = (responseId: string): string => `${FORM}${responseId}`;

/** A form was withdrawn, and with it what was written about it: decisions on it and questions have lost their words. */
export const formErased = (responseId: string): string => `${ERASED}${responseId}`;

/** A question to a site was asked, answered, closed. */
export const queryChange = (id: string): string => `${QUERY}${id}`;

/** Something was decided about forms. */
export const DECIDED = 'decided';

/** The round was frozen or opened again, or is cleaned in another way. */
export const CLEANING_CHANGED = 'cleaning';

/** A hospital objected to what would appear under its name, or somebody dealt with an objection. */
export const OBJECTED = 'objected';

/** A release was published, which changes no form. */
export const RELEASED = 'released';

/** Something on the way to a release: a sign-off, a right of reply, a mark. It changes no form, and can change a release. */
export const RELEASE_DESK = 'release-desk';

/** A hospital refused the naming of its score or its quotations, or allowed it again; changes no form. */
export const NAMING = 'naming';

/**
 * Whether a release that was put together before this change would say something else, or might not be made. A form that
 * comes later belongs to the next one, whoever releases in between is numbered apart, and a question decides nothing.
 */
export const changesRelease = (part: string): boolean =>
  part !== RELEASED && !part.startsWith(FORM) && !part.startsWith(QUERY);

/** What changed, sorted by what has to be read again. */
export interface RoundParts {
  /** Forms, those that were withdrawn included. */
  readonly forms: readonly string[];
  /** Forms that were withdrawn. */
  readonly erased: readonly string[];
  readonly queries: readonly string[];
  readonly decided: boolean;
  readonly settings: boolean;
  readonly objected: boolean;
}

const WITHOUT_ID = [DECIDED, CLEANING_CHANGED, OBJECTED, RELEASED, RELEASE_DESK, NAMING];

/** null = there is a part that is not known here: all of the round has to be read. */
export function sortParts(parts: ReadonlySet<string>): RoundParts | null {
  const forms: string[] = [];
  const erased: string[] = [];
  const queries: string[] = [];
  for (const part of parts)
    if (part.startsWith(FORM)) forms.push(part.slice(FORM.length));
    else if (part.startsWith(ERASED)) erased.push(part.slice(ERASED.length));
    else if (part.startsWith(QUERY)) queries.push(part.slice(QUERY.length));
    else if (!WITHOUT_ID.includes(part)) return null;
  const [decided, settings] = [parts.has(DECIDED), parts.has(CLEANING_CHANGED)];
  // What a hospital said of its row can have lost its words with a form.
  const objected = parts.has(OBJECTED) || erased.length > 0;
  return { forms: [...forms, ...erased], erased, queries, decided, settings, objected };
}
