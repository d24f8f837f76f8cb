import type { EstimateInput, EstimateOutput, EstimateSheet } from './estimate.js';
import { largestRemainder } from './largest-remainder.js';
import { ENGLAND_2018, POPULATION } from './need-inputs.js';

/** A mix further from the published one than this is pointed out. Our threshold, not a national one. */
export const MIX_DEVIATION = 0.1;

const ROLES = [
  { id: 'pwp', words: 'psychological wellbeing practitioners', share: 0.3 },
  { id: 'hit', words: 'high-intensity therapists', share: 0.6 },
  { id: 'sen', words: 'senior or specialist therapists', share: 0.1 },
] as const;
const SHARE_KEYS = ROLES.map(({ id }) => `s-${id}`);
const STAFF_KEYS = ROLES.map(({ id }) => `x-${id}`);
const NO_STAFF = 100_000;

const SIZE = 'How many staff are required: enter one of the two';
const INPUTS: readonly EstimateInput[] = [
  {
    key: 't',
    symbol: 'T',
    label: 'Staff required, whole-time equivalents',
    unit: 'wte',
    kind: 'range',
    published: null,
    most: NO_STAFF,
    source: 'No source: your own plan.',
    note: 'Leave it empty to work it out from courses of treatment.',
    group: SIZE,
  },
  {
    key: 'c',
    symbol: 'C',
    label: 'Courses of treatment in a year',
    unit: 'courses',
    kind: 'range',
    published: null,
    most: 10_000_000,
    source: 'No source: your own plan, for instance from the estimate of need.',
    note: '',
    group: SIZE,
  },
  {
    key: 'w',
    symbol: 'w',
    label: 'Courses that one whole-time equivalent completes in a year',
    unit: 'courses',
    kind: 'single',
    published: null,
    most: 10_000,
    source: 'None of the sources gives a figure: yours to supply.',
    note: '',
    group: SIZE,
  },
  ...ROLES.map(({ id, words, share }): EstimateInput => ({
    key: `s-${id}`,
    symbol: `share ${id.toUpperCase()}`,
    label: `Share of ${words}`,
    unit: 'share',
    kind: 'single',
    published: { low: share, central: share, high: share },
    most: 1,
    source: '001:1260-1276, 001:1314-1321',
    note: id === 'sen' ? 'Such as clinical and health psychologists; they also supervise.' : '',
    group: 'Mix of an IAPT-LTC team',
  })),
  ...ROLES.map(({ id, words }): EstimateInput => ({
    key: `x-${id}`,
    symbol: `now ${id.toUpperCase()}`,
    label: `Staff today: ${words}, whole-time equivalents`,
    unit: 'wte',
    kind: 'single',
    published: null,
    most: NO_STAFF,
    source: 'No source: your own count.',
    note: 'Empty means not known. Enter 0 only if there is nobody.',
    group: 'Staff today',
  })),
  { ...POPULATION, group: 'For comparison' },
];

/** Staff required: as entered, else from courses, rounded up to whole posts. */
const fromCourses = (courses: number, perPost: number): number =>
  perPost === 0 ? Number.NaN : Math.ceil(courses / perPost - 1e-9);

interface Route {
  readonly id: string;
  readonly words: string;
  readonly formula: string;
  readonly needs: readonly string[];
  readonly staff: (v: (key: string) => number) => number;
}
const ROUTES: readonly Route[] = [
  { id: 't', words: '', formula: 'T', needs: ['t'], staff: (v) => v('t') },
  {
    id: 'c',
    words: ', from courses',
    formula: 'C ÷ w rounded up',
    needs: ['c', 'w'],
    staff: (v) => fromCourses(v('c'), v('w')),
  },
];

const outputsOf = (route: Route): EstimateOutput[] => {
  const base = { unit: 'wte', digits: 1, note: '', sentence: '' } as const;
  const finite = (value: number): number | 'not_applicable' =>
    Number.isFinite(value) ? value : 'not_applicable';
  return [
    ...(route.id === 'c'
      ? [
          {
            ...base,
            key: 'c-total',
            label: 'Staff required, from courses',
            formula: route.formula,
            needs: route.needs,
            sum: (v: (key: string) => number) => finite(route.staff(v)),
            sentence: 'Whole-time equivalents required, from courses',
          },
        ]
      : []),
    ...ROLES.map(({ id, words }): EstimateOutput => ({
      ...base,
      key: `${route.id}-req-${id}`,
      label: `Required: ${words}${route.words}`,
      formula: `${route.formula} × share ${id.toUpperCase()}`,
      needs: [...route.needs, `s-${id}`],
      sum: (v) => finite(route.staff(v) * v(`s-${id}`)),
      sentence: route.id === 't' ? `Required ${words}, whole-time equivalents` : '',
    })),
    ...ROLES.map(({ id, words }, at): EstimateOutput => ({
      ...base,
      key: `${route.id}-head-${id}`,
      label: `As whole people: ${words}${route.words}`,
      formula: `${route.formula}, rounded up, shared out by largest remainder; the senior role wins a tie`,
      unit: 'people',
      digits: 0,
      needs: [...route.needs, ...SHARE_KEYS],
      sum: (v) => {
        const staff = route.staff(v);
        const shares = SHARE_KEYS.map((key) => v(key));
        if (!Number.isFinite(staff) || !addsUp(shares)) return 'not_applicable';
        return largestRemainder(Math.ceil(staff - 1e-9), shares)[at] ?? 0;
      },
    })),
    ...ROLES.map(({ id, words }): EstimateOutput => ({
      ...base,
      key: `${route.id}-gap-${id}`,
      label: `Still to find: ${words}${route.words}`,
      formula: `${route.formula} × share ${id.toUpperCase()} − now ${id.toUpperCase()}`,
      needs: [...route.needs, `s-${id}`, `x-${id}`],
      sum: (v) => finite(route.staff(v) * v(`s-${id}`) - v(`x-${id}`)),
      note: 'Below 0: more staff today than this plan requires.',
    })),
  ];
};

const addsUp = (shares: readonly number[]): boolean =>
  Math.abs(shares.reduce((sum, share) => sum + share, 0) - 1) < 1e-9;

const OUTPUTS: readonly EstimateOutput[] = [
  ...ROUTES.flatMap(outputsOf),
  {
    key: 'mix',
    label: 'Largest difference of today’s mix from these shares',
    formula: 'largest of |now role ÷ all now − share role|',
    unit: 'share',
    digits: 0,
    needs: [...STAFF_KEYS, ...SHARE_KEYS],
    sum: (v) => {
      const all = STAFF_KEYS.reduce((sum, key) => sum + v(key), 0);
      // A team of nobody has no mix: "not applicable", never 0 %.
      if (all === 0) return 'not_applicable';
      return Math.max(...ROLES.map(({ id }) => Math.abs(v(`x-${id}`) / all - v(`s-${id}`))));
    },
    sentence: '',
    note: 'Over 10% is worth a look. The threshold is this project’s, not a national one.',
  },
  {
    key: 'fair',
    label: 'Part of the 4,500 clinicians planned for England, by population',
    formula: '4,500 × P ÷ 55.0 million',
    unit: 'people',
    digits: 0,
    needs: ['p'],
    sum: (v) => (4500 * v('p')) / ENGLAND_2018,
    sentence: '',
    note: 'An illustration: nobody allotted them by population (001:1223-1226).',
  },
];

/** Staff by role against what there is today. */
export const WORKFORCE_SHEET: EstimateSheet = {
  id: 'workforce',
  title: 'Workforce',
  lead: 'How many staff of each role a team needs, and how many of them are still to be found.',
  inputs: INPUTS,
  outputs: OUTPUTS,
  caveats: [
    {
      text: 'The mix 30 / 60 / 10 is that of IAPT-LTC teams in the guidance of 2018; a core IAPT service was planned with about 40 / 60.',
      source: '001:1255-1276, 001:1314-1321',
    },
    {
      text: 'Numbers are not everything: ask for skills and locations too, plan weekly supervision, and whether the team reflects the people it serves.',
      source: '001:2584-2586, 001:1062-1066, 001:2606-2612',
    },
    {
      text: 'Integration needs a plan of its own: a clear purpose, honest talk about changed roles, a confident and trained team, and time for new relationships.',
      source: '001:2614-2648',
    },
  ],
  check: (value) => {
    const shares = SHARE_KEYS.map((key) => value(key, 'central'));
    return shares.every((share) => share !== undefined) && !addsUp(shares)
      ? ['The three shares of the mix do not add up to 100%.']
      : [];
  },
};

/** Whether today's mix differs enough from the shares to be pointed out. */
export const isMixFarOff = (deviation: number): boolean => deviation > MIX_DEVIATION + 1e-9;
