import type { Comparability, Instrument } from './instrument.js';

/** Key of the series whose verdicts stand in this file. */
const BUILT_IN = 'iapt-liaison';

const note = (variable: string, verdict: Comparability['verdict'], text: string): Comparability => ({
  variable,
  fromVersion: '1.0',
  toVersion: '1.1',
  verdict,
  note: text,
});

const ONE_PART =
  'one part of the 2018 question, which asked about MUS and LTC together: a 2018 "yes" may mean LTC only';
const CLOSED_ITEM =
  'closed item of the optional page; 2018 has only what respondents wrote of their own accord';

/**
 * Whether figures of 2018 and of later rounds may be set side by side, per variable (methods C1). Two variables,
 * `iapt_treats_mus_ltc` and `iapt_inreach`, are not asked any more in 1.1: they are derived from their two parts.
 */
export const COMPARABILITY: readonly Comparability[] = [
  note(
    'hospital',
    'minor_wording',
    '1.1 asks which hospital one answers for, since not only liaison teams answer.',
  ),
  note(
    'iapt_treats_mus_ltc',
    'minor_wording',
    'Asked in 1.0. In 1.1 derived: yes if either part is yes; no only if both are no; otherwise "don\'t know" if either is, else skipped.',
  ),
  note(
    'iapt_inreach',
    'minor_wording',
    'Asked in 1.0. In 1.1 derived: yes if either part is yes; no only if both are no; otherwise "don\'t know" if either is, else skipped.',
  ),
  note('iapt_treats_mus', 'not_comparable', `Provision for MUS: ${ONE_PART}.`),
  note('iapt_treats_ltc', 'not_comparable', `Provision for LTC: ${ONE_PART}.`),
  note('iapt_inreach_mus', 'not_comparable', `In-reach for MUS: ${ONE_PART}.`),
  note('iapt_inreach_ltc', 'not_comparable', `In-reach for LTC: ${ONE_PART}.`),
  note(
    'integration',
    'minor_wording',
    'Lower end "Not all integrated" in 1.0, "Not at all integrated" in 1.1. 1.1 uses the present name of IAPT and offers "I don\'t know". Asked where there is in-reach, in 1.1 for either group.',
  ),
  note('positives', 'same', 'Same words. Asked where there is in-reach, in 1.1 for either group.'),
  note('improve', 'same', 'Same words. Asked where there is in-reach, in 1.1 for either group.'),
  note(
    'comments',
    'minor_wording',
    'The exact wording of 2018 is not published; the report gives it in reported speech.',
  ),
  note('role', 'new', 'Not asked in 2018.'),
  note('perspective', 'new', 'Not asked in 2018, when only liaison services were invited: read as liaison.'),
  note('population', 'new', 'Not asked in 2018; scope was judged from the answers.'),
  note('country', 'new', 'Not asked in 2018; scope was judged from the answers.'),
  ...[
    'conditions_accepted',
    'settings',
    'complexity_accepted',
    'co_located',
    'shared_record',
    'liaison_supervises',
    'case_meetings',
    'psychology_on_site',
    'other_integrated_service',
    'planned_start',
  ].map((variable) => note(variable, 'new', `Not asked in 2018: ${CLOSED_ITEM}.`)),
  note('consent_facts', 'new', 'Not asked in 2018.'),
  note('consent_score', 'new', 'Not asked in 2018.'),
  note('consent_quote', 'new', 'Not asked in 2018.'),
];

/** The notes on what a version changed, in its own order; none for the first version. */
export const comparabilityTo = (version: string): readonly Comparability[] =>
  COMPARABILITY.filter(({ toVersion }) => toVersion === version);

/** What holds between two versions for one variable; undefined where no note exists, so never assume "same". */
export const findComparability = (
  variable: string,
  fromVersion: string,
  toVersion: string,
): Comparability | undefined =>
  COMPARABILITY.find(
    (entry) =>
      entry.variable === variable && entry.fromVersion === fromVersion && entry.toVersion === toVersion,
  );

/** The verdicts of a version against the one before; the built-in versions were frozen before a version held its own. */
export const verdictsOf = ({ key, version, comparability }: Instrument): readonly Comparability[] =>
  comparability ?? (key === BUILT_IN ? comparabilityTo(version) : []);

/**
 * Whether a variable means the same in two versions of a series: every verdict on the way from the later one back to
 * the earlier is `same` or `minor_wording`. No verdict on the way = not comparable; so are two series.
 */
export function meansTheSame(
  variable: string,
  earlier: Instrument,
  later: Instrument,
  series: readonly Instrument[],
): boolean {
  if (earlier.key !== later.key) return false;
  let at: Instrument | undefined = later;
  // No longer way back than there are versions.
  for (let step = 0; at !== undefined && step <= series.length; step += 1) {
    if (at.version === earlier.version) return true;
    const found: Comparability | undefined = verdictsOf(at).find((entry) => entry.variable === variable);
    if (found === undefined || !['same', 'minor_wording'].includes(found.verdict)) return false;
    at = series.find(({ key, version }) => key === later.key && version === found.fromVersion);
  }
  return false;
}
