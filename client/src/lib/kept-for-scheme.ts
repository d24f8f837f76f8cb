import {
  findSchemeField,
  type SchemeContent,
} from '@liaison-atlas/shared/commissioning/scheme/scheme-fields';

const PLACE = 'la-kept-for-scheme';
/** Hours after which what nobody kept is forgotten. */
const HOURS = 24;

interface Kept {
  readonly at: number;
  readonly fields: SchemeContent;
}

/**
 * Holds what somebody typed, in this browser only, while they sign in: the link of the mail may open another window. Where
 * the browser keeps nothing, nothing is promised: false.
 */
export function keepForScheme(fields: SchemeContent, now: number): boolean {
  try {
    localStorage.setItem(PLACE, JSON.stringify({ at: now, fields } satisfies Kept));
    return true;
  } catch {
    return false;
  }
}

/** What waits to be put into a scheme; empty = nothing. Places that this version does not know are left out. */
export function keptForScheme(now: number): SchemeContent {
  try {
    const kept = JSON.parse(localStorage.getItem(PLACE) ?? 'null') as Kept | null;
    if (kept === null || now - kept.at > HOURS * 3_600_000) {
      forgetKept();
      return {};
    }
    return Object.fromEntries(
      Object.entries(kept.fields).filter(
        ([key, value]) => findSchemeField(key) !== undefined && typeof value === 'string',
      ),
    );
  } catch {
    return {};
  }
}

export function forgetKept(): void {
  try {
    localStorage.removeItem(PLACE);
  } catch {
    // A browser that keeps nothing has nothing to forget.
  }
}

/** Where somebody goes after signing in: to what they wanted to keep, if there is anything. */
export const afterSignIn = (now: number): string =>
  Object.keys(keptForScheme(now)).length > 0 ? '/schemes/keep' : '/account';
