/** A national measure of a psychological therapies service, as a source of its time states it. */
export interface Standard {
  readonly code: string;
  readonly title: string;
  readonly numerator: string;
  readonly denominator: string;
  /** Per cent to be reached; null = the source sets none. */
  readonly targetPercent: number | null;
  /** False where the denominator is itself an estimate: chance then says nothing. */
  readonly hasInterval: boolean;
  readonly source: string;
  /** Year of the document that states it. */
  readonly validFrom: string;
  /** '' = not known here: no later source has been added, which does not mean that it still holds. */
  readonly validTo: string;
  readonly note: string;
}

const OF_2018 = { validFrom: '2018', validTo: '', hasInterval: true } as const;
const OUR_READING = 'That “people referred” means those who started is our reading (001:526).';
const CLOCK =
  'The clock starts when the first referral is received (001:1721-1738) and stops at the first session of a treatment that NICE recommends (001:1828-1832).';

/**
 * The set of the implementation guidance of 2018: history. National measures have changed since; later ones are added
 * as rows of their own, from their own sources.
 */
export const STANDARDS: readonly Standard[] = [
  {
    ...OF_2018,
    code: 'W6',
    title: 'Treatment within 6 weeks of referral',
    numerator: 'people who began treatment within 42 days',
    denominator: 'people who began treatment',
    targetPercent: 75,
    source: '001:526',
    note: `${CLOCK} ${OUR_READING}`,
  },
  {
    ...OF_2018,
    code: 'W18',
    title: 'Treatment within 18 weeks of referral',
    numerator: 'people who began treatment within 126 days',
    denominator: 'people who began treatment',
    targetPercent: 95,
    source: '001:527',
    note: OUR_READING,
  },
  {
    ...OF_2018,
    code: 'A25',
    title: 'Access',
    numerator: 'people who entered treatment in a year',
    denominator: 'adults with depression or an anxiety disorder (an estimate)',
    targetPercent: 25,
    hasInterval: false,
    source: '001:534-536',
    note: 'The denominator is an estimate, so nothing is said about chance.',
  },
  {
    ...OF_2018,
    code: 'R50',
    title: 'Recovery',
    numerator: 'people who moved from above to below the clinical cut-off',
    denominator: 'people who were above it at the start and completed treatment',
    targetPercent: 50,
    source: '001:537, 001:2901-2905',
    note: 'Cut-offs stand in the table below.',
  },
  {
    ...OF_2018,
    code: 'RI',
    title: 'Reliable improvement',
    numerator: 'people whose last score is better than the first by more than chance',
    denominator: 'people who completed treatment',
    targetPercent: null,
    source: '001:2094-2097, 001:2907-2921',
    note: 'The source sets no target.',
  },
  {
    ...OF_2018,
    code: 'RR',
    title: 'Reliable recovery',
    numerator: 'people with both recovery and reliable improvement',
    denominator: 'people who were above the cut-off at the start and completed treatment',
    targetPercent: null,
    source: '001:2094-2097, 001:2907-2921',
    note: 'The source sets no target.',
  },
  {
    ...OF_2018,
    code: 'D90',
    title: 'Paired outcome scores',
    numerator: 'people with a score before and after treatment',
    denominator: 'people treated',
    targetPercent: 90,
    source: '001:482-487, 001:1080-1083',
    note: '',
  },
  {
    ...OF_2018,
    code: 'F6',
    title: 'Secondary benchmark: first appointment within 6 weeks',
    numerator: 'referrals first seen within 42 days',
    denominator: 'referrals seen at least once',
    targetPercent: 75,
    source: '001:539-542',
    note: 'A local benchmark, not a national standard. A first appointment can hide a wait for the treatment itself (001:1915-1919).',
  },
  {
    ...OF_2018,
    code: 'F18',
    title: 'Secondary benchmark: first appointment within 18 weeks',
    numerator: 'referrals first seen within 126 days',
    denominator: 'referrals seen at least once',
    targetPercent: 95,
    source: '001:539-542',
    note: '',
  },
];

/** Things the guidance asks for that are yes or no, not shares. */
export const STANDARD_QUESTIONS: readonly { readonly text: string; readonly source: string }[] = [
  {
    text: 'Are four things recorded beside experience: mental health, how people see their physical health, disability, and use of health care?',
    source: '001:2089-2153',
  },
  {
    text: 'Is experience of care asked for after assessment and at the end of treatment?',
    source: '001:2089-2153',
  },
  {
    text: 'Are there hidden waits: an early first appointment, and then a second queue inside the service?',
    source: '001:1915-1919',
  },
];
