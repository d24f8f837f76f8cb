import { INDICATOR_IDS } from '../analysis/indicator-result.js';
import { monthInWords } from '../kernel/day-in-words.js';
import type { AreaFigure } from './area-figures.js';
import type { AreaRelease, AreaReleaseHospital } from './area-release.js';
import { hospitalCount } from './gap-sentence.js';

type WholeRelease = Omit<AreaRelease<AreaReleaseHospital>, 'hospitals' | 'areaFigures'>;

/**
 * Both questions over all of England as the release counts them, not by name: an answer that no hospital is named for
 * still stands in the totals. Skipped and conflicting answers are not known, as in every area; nothing is compared with
 * England itself.
 */
export const englandFigures = ({ indicators, responseRate }: WholeRelease): readonly AreaFigure[] =>
  INDICATOR_IDS.flatMap((id) => {
    const found = indicators.find((indicator) => indicator.id === id);
    if (found === undefined) return [];
    const { frame, yes, no, dontKnow, notKnown, lower, upper } = found;
    const noReply = Math.min(notKnown, Math.max(0, responseRate.frame - responseRate.answered));
    return [
      {
        id,
        hospitals: frame,
        yes,
        no,
        unknown: dontKnow + notKnown - noReply,
        noReply,
        notPublished: 0,
        bounds: { lower, upper },
        againstEngland: null,
      },
    ];
  });

/** What a release says of England in one sentence; its counts add up to the hospitals that the round counts. */
export function englandSentence(release: WholeRelease): string {
  const { answered, frame } = release.responseRate;
  const [provision, inReach] = englandFigures(release);
  const marked = release.round.kind === 'synthetic' ? 'SYNTHETIC: England' : 'England';
  return [
    `${marked}: ${answered} of ${hospitalCount(frame)} answered (${monthInWords(release.asAt)}).`,
    ...(provision === undefined
      ? []
      : [
          `${provision.yes} report IAPT for LTC/MUS, ${provision.no} report none, at ${provision.unknown} it is not known.`,
        ]),
    ...(inReach === undefined
      ? []
      : [
          `${inReach.yes} report in-reach, ${inReach.no} report none, at ${inReach.unknown} it is not known.`,
        ]),
    `${frame - answered} did not reply.`,
  ].join(' ');
}
