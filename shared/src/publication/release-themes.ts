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
 * such. Beside releases with the same codebook a number moves only where more comments stand behind the step than two
 * hospitals can have written; else the figures of the newest of them are repeated, whether they changed or not. So two
 * releases do not tell what a hospital wrote that came, went or was withheld in between.
 * @param earlier releases of the round so far, the oldest first
 */
export function releaseThemes(coding: RoundCoding, earlier: readonly EarlierThemes[]): readonly Theme[] {
  const before = earlier.filter((one) => one.coding?.codebookId === coding.codebookId);
  const step = 2 * Math.max(1, coding.openQuestions, coding.mostOfOne) + 1;
  return coding.themes.map((theme) => ({
    code: theme.code,
    name: theme.name,
    definition: theme.definition,
    source: `codebook "${coding.codebook}", version ${coding.version}; coders blind to each other`,
    ...figuresOf(theme, coding.coded, before, step),
  }));
}

function figuresOf(
  theme: CountedTheme,
  coded: number,
  before: readonly EarlierThemes[],
  step: number,
): Figures {
  const isFew = theme.comments < LEAST_THEME || theme.hospitals < LEAST_THEME;
  const said = before.flatMap(({ number, themes }) => {
    const same = themes?.find(({ code }) => code === theme.code);
    return same === undefined || number === undefined ? [] : [{ number, same }];
  });
  // What was told as few lies anywhere below the step.
  const isFar = ({ count }: Theme): boolean =>
    count === null ? isFew || theme.comments - step >= step : Math.abs(theme.comments - count) >= step;
  const newest = said.at(-1);
  if (newest === undefined || said.every(({ same }) => isFar(same)))
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
