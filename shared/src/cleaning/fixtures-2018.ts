import type { Form } from '../fieldwork/response.js';
import type { FrameName } from '../frame/propose-match.js';
import { aForm, answersV10 } from './synthetic/a-form.js';

/** How the six forms that the 2018 analysis left out may divide (`000:159-166`); the report does not say. */
export interface SplitOfSix {
  readonly duplicates: number;
  readonly childOnly: number;
}

/** Every split of six, none of which the published figures rule out. */
export const SPLITS_OF_SIX: readonly SplitOfSix[] = [0, 1, 2, 3, 4, 5, 6].map((duplicates) => ({
  duplicates,
  childOnly: 6 - duplicates,
}));

const NAMED_HOSPITALS: readonly FrameName[] = [
  { odsCode: 'RW603', name: 'Royal Oldham Hospital', town: 'Oldham' },
  { odsCode: 'RH801', name: 'Royal Devon and Exeter Hospital (Wonford)', town: 'Exeter' },
  { odsCode: 'RA301', name: 'Weston General Hospital', town: 'Weston-Super-Mare' },
];

const LISTED = 175;
const ANALYSED = 74;

/**
 * The listed frame of 175 as the fixture uses it: the three hospitals that the report names, under their own codes,
 * and 172 invented ones, so that no invented answer stands beside the name of a real hospital.
 */
export const FRAME_2018_FIXTURE: readonly FrameName[] = [
  ...NAMED_HOSPITALS,
  ...Array.from({ length: LISTED - NAMED_HOSPITALS.length }, (_, index) => ({
    odsCode: `SYN${String(index + 1).padStart(3, '0')}`,
    name: `Synthetic hospital ${index + 1}`,
    town: 'Nowhere',
  })),
];

/**
 * Real content: in-reach, score and which questions were answered at the three named hospitals (`000:186-243`),
 * remarks restated in a few words. **Assumed:** their answer on provision ("yes"); the report gives the total of 31
 * only, and does not say that the three are among them (seed-survey E3, point 7).
 */
const NAMED_FORMS: readonly Form[] = [
  aForm({
    responseId: '2018-001',
    odsCode: 'RW603',
    answers: answersV10({
      treats: 'yes',
      inReach: 'yes',
      score: 59,
      positives: 'Restated: liaison psychologist and consultant supervise and support the new IAPT staff.',
      improve: 'Restated: build further on what has begun.',
      comments: 'Restated: share expertise, and reach those most severely affected.',
    }),
  }),
  aForm({
    responseId: '2018-002',
    odsCode: 'RH801',
    answers: answersV10({
      treats: 'yes',
      inReach: 'yes',
      score: 42,
      positives: 'Restated: managers meet regularly and share a vision.',
      improve: 'Restated: no routine contact of staff, some conditions only, no common electronic record.',
      comments: 'Restated: the acute hospital has to support it with staff time and space.',
    }),
  }),
  aForm({
    responseId: '2018-003',
    odsCode: 'RA301',
    answers: answersV10({
      treats: 'yes',
      inReach: 'yes',
      score: 11,
      improve: 'Restated: a psychologist within the team, a link worker, joint planning.',
      comments: 'Restated: in-reach is limited and the services are hardly joined up.',
    }),
  }),
];

/** The form of the `place`-th analysed hospital, 4 to 74: invented, made so that the published totals come out. */
function syntheticForm(place: number): Form {
  const treats = place <= 31 ? 'yes' : place <= 31 + 18 ? 'no' : 'dk';
  const inReach = place <= 3 + 9 ? 'dk' : 'no';
  return aForm({
    responseId: `2018-${String(place).padStart(3, '0')}`,
    odsCode: `SYN${String(place - NAMED_HOSPITALS.length).padStart(3, '0')}`,
    answers: answersV10({
      treats,
      inReach,
      ...(place <= 44 ? { comments: `Synthetic comment ${place}.` } : {}),
    }),
  });
}

/**
 * The `n`-th form with duplicate information (1 to 6), in turn: a colleague who says the same; an earlier form of the
 * same respondent; a colleague who does not know. None has a comment of its own: the 44 are among the 74.
 */
function duplicateForm(n: number): Form {
  const original = n === 6 ? NAMED_FORMS[0] : syntheticForm(12 + n);
  if (original === undefined) throw new RangeError('there are at most six duplicates');
  const duplicate: Form = {
    ...original,
    responseId: `2018-d${n}`,
    idempotencyKey: `request-2018-d${n}`,
    respondent: `person-2018-d${n}`,
    submittedAt: '2026-08-20T09:00:00Z',
    answers: { ...original.answers, comments: { missing: 'skipped' } },
  };
  if (n % 3 === 2) return { ...duplicate, respondent: original.respondent };
  return n % 3 === 1 ? duplicate : { ...duplicate, answers: answersV10({ treats: 'dk', inReach: 'dk' }) };
}

/**
 * The `n`-th child-only form (1 to 6). Half of them come from hospitals with an adult form that says otherwise, are
 * later, and held the link: nothing but the order of the rules keeps them from displacing it.
 */
const childOnlyForm = (n: number): Form =>
  aForm({
    responseId: `2018-c${n}`,
    odsCode: n % 2 === 1 ? `SYN${String(40 + n).padStart(3, '0')}` : `SYN${160 + n}`,
    populations: ['camhs'],
    heldToken: true,
    submittedAt: '2026-09-20T09:00:00Z',
    answers: answersV10({
      treats: 'yes',
      inReach: 'yes',
      score: 90,
      comments: `Synthetic child-only comment ${n}.`,
    }),
  });

/**
 * The 80 forms of 2018 as synthetic v1.0 forms, for one way in which the six left out may divide
 * (seed-survey E2). Country and population were not asked then; `populations` is what cleaning judged from the
 * answers, so it is empty except for child-only forms.
 * @throws RangeError when the split is not one of six forms.
 */
export function forms2018({ duplicates, childOnly }: SplitOfSix): readonly Form[] {
  if (duplicates < 0 || childOnly < 0 || duplicates + childOnly !== 6) {
    throw new RangeError('six forms were left out in 2018');
  }
  const analysed = [
    ...NAMED_FORMS,
    ...Array.from({ length: ANALYSED - NAMED_FORMS.length }, (_, index) =>
      syntheticForm(index + 1 + NAMED_FORMS.length),
    ),
    ...Array.from({ length: duplicates }, (_, index) => duplicateForm(index + 1)),
  ].map((form) => ({ ...form, country: '', populations: [], role: '' }));
  const left = Array.from({ length: childOnly }, (_, index) => ({
    ...childOnlyForm(index + 1),
    country: '',
  }));
  return [...analysed, ...left];
}
