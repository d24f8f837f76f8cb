/** One of the ten areas in which the King's Fund report of 2016 sees most to gain from integration. */
export interface PriorityArea {
  readonly number: number;
  readonly title: string;
  /** Part of the health system in which the report places it. */
  readonly setting: string;
  readonly source: string;
}

/** The ten areas in the order of the report (its table 2, 003:618-645), in our words. */
export const PRIORITY_AREAS: readonly PriorityArea[] = [
  {
    number: 1,
    title: 'Mental health within public health programmes',
    setting: 'Prevention',
    source: '003:661',
  },
  {
    number: 2,
    title: 'Health promotion for people with severe mental illness',
    setting: 'Prevention',
    source: '003:731',
  },
  {
    number: 3,
    title: 'Medically unexplained symptoms in primary care',
    setting: 'General practice',
    source: '003:793',
  },
  {
    number: 4,
    title: 'Physical health of people with severe mental illness, in primary care',
    setting: 'General practice',
    source: '003:877',
  },
  {
    number: 5,
    title: 'Mental health of people with long-term conditions',
    setting: 'Chronic disease management',
    source: '003:946',
  },
  {
    number: 6,
    title: 'Mental health and wellbeing of carers',
    setting: 'Chronic disease management',
    source: '003:1022',
  },
  { number: 7, title: 'Mental health in acute hospitals', setting: 'Hospital', source: '003:1072' },
  {
    number: 8,
    title: 'Physical health in mental health inpatient units',
    setting: 'Hospital',
    source: '003:1170',
  },
  {
    number: 9,
    title: 'Mental health around birth',
    setting: 'Community and social care',
    source: '003:1255',
  },
  {
    number: 10,
    title: 'Mental health of people in residential homes',
    setting: 'Community and social care',
    source: '003:1322',
  },
];
