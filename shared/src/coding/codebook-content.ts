import type { Codebook } from './starter-codebook.js';

/** Where a code came from by splitting: the units named moved here with the split, the others stayed. */
export interface SplitOrigin {
  readonly codeId: string;
  /** Version that the split made: what was coded under it or later was coded with both codes in view, and stays. */
  readonly version: number;
  /** Ids of the comments whose applications moved. */
  readonly units: readonly string[];
}

/** One code of a codebook version. `id` is a UUID that stays for ever; `key` is the short word coders press and read. */
export interface BookCode {
  readonly id: string;
  readonly key: string;
  /** Id of the code above it; '' = at the top. */
  readonly parentId: string;
  readonly name: string;
  readonly definition: string;
  readonly include: string;
  readonly exclude: string;
  /** A sentence made up to show what is meant; never one that a team wrote. */
  readonly example: string;
  /** `#rrggbb`; '' = none. */
  readonly colour: string;
  /** False for a heading that is not applied itself. */
  readonly applicable: boolean;
  /** Id of the code that it was merged into; '' = it is in use. */
  readonly mergedInto: string;
  /** null = it was not split off another code. */
  readonly splitFrom: SplitOrigin | null;
}

/** What one version of a codebook says; versions never change, a change is the next version. */
export interface CodebookContent {
  readonly codes: readonly BookCode[];
}

/** Everything of a code but its place and history empty. */
export const BLANK_CODE: Omit<BookCode, 'id' | 'key' | 'name'> = {
  parentId: '',
  definition: '',
  include: '',
  exclude: '',
  example: '',
  colour: '',
  applicable: true,
  mergedInto: '',
  splitFrom: null,
};

/** Codes that were not merged away, in the order of the book. */
export const codesInUse = ({ codes }: CodebookContent): readonly BookCode[] =>
  codes.filter(({ mergedInto }) => mergedInto === '');

/** Codes that a coder may apply. */
export const applicableCodes = (content: CodebookContent): readonly BookCode[] =>
  codesInUse(content).filter(({ applicable }) => applicable);

const GROUPS = {
  comment_theme: { key: 'T', name: 'Themes of the additional comments' },
  site_theme: { key: 'S', name: 'Themes of the hospitals with in-reach' },
} as const;

/** A codebook as a survey begins with it: the starter's codes under two headings, with ids from `newId`. */
export function contentOfStarter(starter: Codebook, newId: () => string): CodebookContent {
  const headings = new Map(
    (Object.keys(GROUPS) as (keyof typeof GROUPS)[]).map((group) => [
      group,
      { ...BLANK_CODE, ...GROUPS[group], id: newId(), applicable: false },
    ]),
  );
  return {
    codes: [...headings].flatMap(([group, heading]) => [
      heading,
      ...starter.codes
        .filter((code) => code.group === group)
        .map(({ code, name, definition, include, exclude }) => ({
          ...BLANK_CODE,
          id: newId(),
          key: code,
          parentId: heading.id,
          name,
          definition,
          include,
          exclude,
        })),
    ]),
  };
}
