import type { CodeReliability, CountedTheme, CountedThemes } from '../coding/count-themes.js';
import type { ReleasedCoding, Theme } from './release.js';

/** The coding that a release is made with. */
export interface RoundCoding extends CountedThemes {
  readonly codebookId: string;
  readonly codebook: string;
  readonly version: number;
  /** Comments that no coder was shown, because they look as if they named somebody. */
  readonly heldBack: number;
  /** Open questions of the questionnaire: as many comments at least may one form have. */
  readonly openQuestions: number;
}

/** What an earlier release of the round says of themes. */
export interface EarlierThemes {
  readonly number?: number;
  readonly themes?: readonly Theme[];
  readonly coding?: ReleasedCoding;
}

/** The part of a theme that tells how often. */
type Figures = Pick<Theme, 'count' | 'of' | 'few' | 'agreement' | 'repeats'>;

/** Fewer comments, or comments of fewer hospitals, are not told (methods C4). */
export const LEAST_THEME = 3;

/** What a release says of its coding beside the themes; every member is picked by name. */
export const releasedCoding = (coding: RoundCoding): ReleasedCoding => ({
  codebookId: coding.codebookId,
  codebook: coding.codebook,
  version: coding.version,
  coded: coding.coded,
  notCoded: coding.notCoded + coding.heldBack,
});

/**
 * The themes of a collected round, in the order of its codebook. Fewer than three comments, or hospitals, are told as
 * such. Beside releases that tell the same theme a number moves only where more comments stand behind the step than two
 * hospitals can have written; else the figures of the newest of them are repeated, whether they changed or not. So two
 * releases do not tell what a hospital wrote that came, went or was withheld in between. In another codebook the same theme
 * is the one of the same name or definition: to copy a codebook, or to begin it anew, moves no number either.
 * @param earlier releases of the round so far, the oldest first
 */
export function releaseThemes(coding: RoundCoding, earlier: readonly EarlierThemes[]): readonly Theme[] {
  const step = 2 * Math.max(1, coding.openQuestions, coding.mostOfOne) + 1;
  return coding.themes.map((theme) => ({
    code: theme.code,
    name: theme.name,
    definition: theme.definition,
    source: `codebook "${coding.codebook}", version ${coding.version}; coders blind to each other`,
    ...figuresOf(theme, coding, saidOf(theme, coding.codebookId, earlier), step),
  }));
}

/** What an earlier release says of a theme. */
interface SaidTheme {
  readonly number: number;
  readonly same: Theme;
  /** With this very codebook, and not another that has the theme too. */
  readonly isOfBook: boolean;
}

/**
 * What earlier releases say of a theme, the oldest first, one of each at most: in another codebook the theme of the same
 * name, or else the only one of the same definition.
 */
function saidOf(theme: CountedTheme, codebookId: string, earlier: readonly EarlierThemes[]): SaidTheme[] {
  return earlier.flatMap(({ number, themes = [], coding }) => {
    if (number === undefined || coding === undefined) return [];
    const isOfBook = coding.codebookId === codebookId;
    const same = isOfBook ? themes.find(({ code }) => code === theme.code) : alikeAmong(themes, theme);
    return same === undefined ? [] : [{ number, same, isOfBook }];
  });
}

function alikeAmong(themes: readonly Theme[], { name, definition }: CountedTheme): Theme | undefined {
  const defined = themes.filter((one) => isAlike(one.definition, definition));
  return themes.find((one) => isAlike(one.name, name)) ?? (defined.length === 1 ? defined[0] : undefined);
}

/** Whether two texts say the same but for capitals, signs and spaces; an empty one is like none. */
function isAlike(one: string, other: string): boolean {
  const [a, b] = [one, other].map((text) =>
    text
      .toLowerCase()
      .replaceAll(/[^\p{L}\p{N}]+/gu, ' ')
      .trim(),
  );
  return a !== '' && a === b;
}

function figuresOf(
  theme: CountedTheme,
  { coded }: Pick<RoundCoding, 'coded'>,
  said: readonly SaidTheme[],
  step: number,
): Figures {
  const isFew = theme.comments < LEAST_THEME || theme.hospitals < LEAST_THEME;
  // What was told as few lies anywhere below the step.
  const isFar = ({ count }: Theme): boolean =>
    count === null ? isFew || theme.comments - step >= step : Math.abs(theme.comments - count) >= step;
  const near = said.filter(({ same }) => !isFar(same));
  // Another codebook's figure is repeated only where this one has told none, and where it is close to what would be told.
  const newest = said.findLast(({ isOfBook }) => isOfBook) ?? near.at(-1);
  if (newest === undefined || near.length === 0)
    return isFew
      ? { count: null, of: coded, few: true }
      : { count: theme.comments, of: coded, few: false, agreement: released(theme.agreement) };
  const { count, of, few, agreement, repeats } = newest.same;
  return {
    count,
    ...(of !== undefined && { of }),
    ...(few !== undefined && { few }),
    ...(agreement !== undefined && { agreement }),
    repeats: repeats ?? newest.number,
  };
}

const released = (agreement: CodeReliability | null): CodeReliability | null =>
  agreement === null
    ? null
    : {
        statistic: agreement.statistic,
        value: agreement.value,
        observed: agreement.observed,
        comments: agreement.comments,
      };
