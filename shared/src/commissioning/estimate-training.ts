import type { EstimateInput, EstimateOutput, EstimateSheet } from './estimate.js';

const MOST = 100_000;
const staff = (key: string, symbol: string, label: string, source: string): EstimateInput => ({
  key,
  symbol,
  label,
  unit: 'people',
  kind: 'range',
  published: null,
  most: MOST,
  source,
  note: 'Empty means not known. Enter 0 only if there is nobody.',
  group: 'People, not posts',
});

const INPUTS: readonly EstimateInput[] = [
  staff('m-pwp', 'mP', 'Wellbeing practitioners who move to the team, full or part time', '002:101'),
  staff('m-hit', 'mH', 'High-intensity therapists who move to the team, full or part time', '002:101'),
  staff('sup', 'S', 'Senior staff who will supervise the team', '002:101'),
  {
    key: 'n',
    symbol: 'n',
    label: 'Sessions of a top-up course',
    unit: 'sessions',
    kind: 'single',
    published: null,
    most: 1000,
    source: 'None of the sources gives a figure: ask the course.',
    note: '',
    group: 'Attendance',
  },
  {
    key: 'min',
    symbol: 'm',
    label: 'Share of sessions that must be attended',
    unit: 'share',
    kind: 'single',
    published: { low: 0.8, central: 0.8, high: 0.8 },
    most: 1,
    source: '002:101',
    note: '',
    group: 'Attendance',
  },
];

const people = { unit: 'people', digits: 0, note: '' } as const;
const OUTPUTS: readonly EstimateOutput[] = [
  {
    ...people,
    key: 'topup',
    label: 'Places on top-up training',
    formula: 'mP + mH + S',
    needs: ['m-pwp', 'm-hit', 'sup'],
    sum: (v) => v('m-pwp') + v('m-hit') + v('sup'),
    sentence: 'Places on top-up training',
  },
  {
    ...people,
    key: 'back-pwp',
    label: 'Trainee wellbeing practitioners to fill the places left in the core service',
    formula: 'mP',
    needs: ['m-pwp'],
    sum: (v) => v('m-pwp'),
    sentence: '',
  },
  {
    ...people,
    key: 'back-hit',
    label: 'Trainee high-intensity therapists to fill the places left in the core service',
    formula: 'mH',
    needs: ['m-hit'],
    sum: (v) => v('m-hit'),
    sentence: '',
  },
  {
    ...people,
    key: 'back',
    label: 'Trainees to fill the places left, together',
    formula: 'mP + mH',
    needs: ['m-pwp', 'm-hit'],
    sum: (v) => v('m-pwp') + v('m-hit'),
    sentence: 'Trainees to fill the places left in the core service',
    note: 'One for each person who moves; somebody who moves for part of the week leaves less than a post.',
  },
  {
    key: 'attend',
    label: 'Sessions that each of them must attend at least',
    formula: 'n × m, rounded up',
    unit: 'sessions',
    digits: 0,
    needs: ['n', 'min'],
    sum: (v) => leastSessions(v('n'), v('min')),
    sentence: '',
    note: '',
  },
];

/** Sessions to attend at least: the share of the course, rounded up. */
export const leastSessions = (sessions: number, share: number): number => Math.ceil(sessions * share - 1e-9);

/** Top-up training and the trainees who follow those who move. */
export const TRAINING_SHEET: EstimateSheet = {
  id: 'training',
  title: 'Top-up training',
  lead: 'Who needs training for long-term conditions and MUS, and how many trainees keep the core service going.',
  inputs: INPUTS,
  outputs: OUTPUTS,
  caveats: [
    {
      text: 'Everybody who moves, for all or part of the week, needs the training, and so do those who supervise them.',
      source: '002:101',
    },
    {
      text: 'Plan backwards from the first day of the course: notice periods, interviews, advertisements.',
      source: '002:93',
    },
    {
      text: 'Recruit together with neighbours, so that services do not take each other’s staff.',
      source: '002:93',
    },
    {
      text: 'The core service should be stable and performing well before staff leave it.',
      source: '002:33',
    },
  ],
  check: () => [],
};
