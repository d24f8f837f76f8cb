/** One step of the national programme that joined IAPT with physical health care. */
export interface TimelineStep {
  /** Year in which it happened or began; steps are in this order. */
  readonly year: number;
  /** When, in words as exact as the source. */
  readonly when: string;
  readonly phase: 'before' | 'pathfinders' | 'wave_1' | 'wave_2' | 'roll_out' | 'since';
  readonly text: string;
  readonly source: string;
}

export const PHASE_WORDS: Readonly<Record<TimelineStep['phase'], string>> = {
  before: 'Before',
  pathfinders: 'Pathfinders',
  wave_1: 'Wave 1',
  wave_2: 'Wave 2',
  roll_out: 'Roll-out',
  since: 'Since then',
};

/** 2011 to 2022, each step with its source; what was planned at the time is said as a plan. */
export const PROGRAMME_TIMELINE: readonly TimelineStep[] = [
  {
    year: 2011,
    when: 'February 2011',
    phase: 'before',
    text: 'The mental health strategy of the government makes it a priority to open IAPT, begun in 2008, to people with long-term conditions or medically unexplained symptoms.',
    source: '004:5, 001:314-320',
  },
  {
    year: 2012,
    when: 'April 2012',
    phase: 'pathfinders',
    text: 'Fifteen pathfinder teams begin, the first phase.',
    source: '004:15',
  },
  {
    year: 2013,
    when: 'September 2013',
    phase: 'pathfinders',
    text: 'A university evaluates the first phase: it can be done, pathways, training, supervision and skill mix need work, and the data are few.',
    source: '004:15',
  },
  {
    year: 2014,
    when: 'April 2014',
    phase: 'pathfinders',
    text: 'The second phase begins. In the same year the government sets out better access to mental health care by 2020.',
    source: '004:17',
  },
  {
    year: 2016,
    when: 'from 2016',
    phase: 'wave_1',
    text: 'The waiting-time standard applies: 75% begin treatment within 6 weeks of referral, 95% within 18.',
    source: '004:17',
  },
  {
    year: 2016,
    when: 'September 2016 (2016/17)',
    phase: 'wave_1',
    text: 'Wave 1: 22 early-implementer sites, with £54 million for training and services.',
    source: '001:323-329, 001:1198-1205',
  },
  {
    year: 2017,
    when: '2017/18',
    phase: 'wave_2',
    text: 'Wave 2: 15 more sites, for diabetes, respiratory and cardiac disease and medically unexplained symptoms.',
    source: '001:331-335',
  },
  {
    year: 2018,
    when: '2018',
    phase: 'roll_out',
    text: 'The implementation guidance appears. All CCGs are asked to recruit and to commission these services, with money in their budgets from April 2018.',
    source: '001:337-341, 004:19',
  },
  {
    year: 2020,
    when: '2020/21 (as planned in 2018)',
    phase: 'roll_out',
    text: 'Plan: 1.5 million adults a year, 25% of those with depression or anxiety, begin treatment; two thirds of the growth is for long-term conditions and MUS. Whether it was reached is not known here.',
    source: '001:343-349',
  },
  {
    year: 2022,
    when: '2022',
    phase: 'since',
    text: 'A study of routine data finds 32% recovery among people with a long-term condition, 39% among others.',
    source: '004:25',
  },
  {
    year: 2022,
    when: 'July 2022',
    phase: 'since',
    text: 'Integrated care boards take the place of the CCGs that had commissioned the services.',
    source: 'reference tables of this atlas',
  },
];
