import { isGap } from '../analysis/ladder-label.js';
import type { RoundKind } from '../fieldwork/round.js';
import type { Problem } from '../kernel/problem.js';
import type { PublishedHospital } from './release.js';
import { SYNTHETIC_NAME_PREFIX } from '../fieldwork/display-name.js';

/** A box around England and the isles that belong to it: enough to catch latitude and longitude the wrong way. */
const ENGLAND = { west: -7, east: 2, south: 49.5, north: 56 };

const SCORED: ReadonlySet<string> = new Set(['G2', 'G3', 'G4']);
const SILENT: ReadonlySet<string> = new Set(['NP', 'NR']);

/** Looks one hospital of a release over; `field` is `hospitals.<ODS code>`. */
export function checkPublishedHospital(kind: RoundKind, hospital: PublishedHospital): readonly Problem[] {
  const { category, score, label, otherProvision, name, longitude, latitude } = hospital;
  const problem = (bad: boolean, code: string, message: string): readonly Problem[] =>
    bad
      ? [
          {
            code,
            field: `hospitals.${hospital.odsCode}`,
            message: `${hospital.odsCode}: ${message}`,
            mend: 'Do not store this release. Mend what made it, and compose it again.',
          },
        ]
      : [];
  const demo = name.startsWith(SYNTHETIC_NAME_PREFIX);
  return [
    ...problem(
      kind === 'synthetic' && !demo,
      'SYNTHETIC_UNMARKED',
      'the name does not say that its answers are invented.',
    ),
    ...problem(
      kind !== 'synthetic' && demo,
      'REAL_MARKED_SYNTHETIC',
      'a real answer carries the synthetic mark.',
    ),
    ...problem(
      kind === 'published_facts' && category === 'NR',
      'SILENCE_NOT_PUBLISHED',
      'the source does not say who was silent.',
    ),
    ...problem(
      SCORED.has(category) !== (score !== null),
      'SCORE_AND_CODE',
      'a band is shown without a published score, or a score without its band.',
    ),
    ...problem(
      score !== null && !(Number.isInteger(score) && score >= 0 && score <= 100),
      'SCORE_RANGE',
      'the score is not a whole number from 0 to 100.',
    ),
    ...problem(
      SILENT.has(category) && otherProvision !== 'not_known',
      'SILENT_WITH_ANSWER',
      'an answer on other provision stands beside a hospital that is not named as answering.',
    ),
    ...problem(
      hospital.isGap !== isGap(category, otherProvision),
      'GAP',
      'the mark of a gap does not follow from what is known.',
    ),
    ...problem(
      /\bgap\b/i.test(label) && !hospital.isGap,
      'GAP_WORD',
      'the label calls a gap what is not known to be one.',
    ),
    ...problem(label === '', 'LABEL', 'there is no label.'),
    ...problem(
      !(
        longitude > ENGLAND.west &&
        longitude < ENGLAND.east &&
        latitude > ENGLAND.south &&
        latitude < ENGLAND.north
      ),
      'PLACE',
      'the point does not lie in England.',
    ),
  ];
}
