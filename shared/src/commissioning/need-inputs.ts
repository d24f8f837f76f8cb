import type { EstimateInput } from './estimate.js';

const one = (value: number): EstimateInput['published'] => ({ low: value, central: value, high: value });
/** People of England that the guidance implies: 16.5 million are 30 % (001:565-567). */
export const ENGLAND_2018 = 55_000_000;
const ANYBODY = 70_000_000;
const VISITS = 1_000_000_000;

const SHARE = { unit: 'share', kind: 'range', most: 1 } as const;
const PLACE = 'The place';
const CONDITIONS = 'Long-term conditions';
const ACCESS = 'Access to IAPT';
const MUS = 'Medically unexplained symptoms: two routes, from activity';

export const POPULATION: EstimateInput = {
  key: 'p',
  symbol: 'P',
  label: 'People who live in the area, all ages',
  unit: 'people',
  kind: 'single',
  published: null,
  most: ANYBODY,
  source: 'No source: enter the population of your area.',
  note: 'The page of an area opens this sheet with its residents of mid-2019; or use a figure of your own, with its year.',
  group: PLACE,
};

/** Inputs of the estimate of need, each with its published value and lines. */
export const NEED_INPUTS: readonly EstimateInput[] = [
  POPULATION,
  {
    ...SHARE,
    key: 'ltc',
    symbol: 'pLTC',
    label: 'Share of people with at least one long-term condition',
    published: one(0.3),
    source: '001:565-567',
    note: 'All ages in England; the service is for adults.',
    group: CONDITIONS,
  },
  {
    ...SHARE,
    key: 'mh',
    symbol: 'pMH',
    label: 'Of these, share who also have a mental health problem',
    published: { low: 0.3, central: 0.3, high: 0.7 },
    source: '001:567-569, 001:692-694, 001:504-506, 002:25, 004:7',
    note: 'The sources disagree: over 30%, one third, two thirds, up to 70%. None gives less than 30%, so low and central are the same.',
    group: CONDITIONS,
  },
  {
    ...SHARE,
    key: 'da',
    symbol: 'pDA',
    label: 'Share of people who are adults with depression or anxiety',
    published: one(6 / 55),
    source: '001:343-344',
    note: 'Derived: 1.5 million are 25% of them, so 6.0 million of 55.0 million people.',
    group: ACCESS,
  },
  {
    ...SHARE,
    key: 'a',
    symbol: 'a',
    label: 'Access standard: share of them who enter IAPT in a year',
    published: one(0.25),
    source: '001:534-536',
    note: '',
    group: ACCESS,
  },
  {
    ...SHARE,
    kind: 'single',
    key: 'a0',
    symbol: 'a0',
    label: 'Access standard before the expansion (2015)',
    published: one(0.15),
    source: '002:93',
    note: '',
    group: ACCESS,
  },
  {
    ...SHARE,
    key: 's',
    symbol: 's',
    label: 'Share of the expansion meant for long-term conditions and MUS',
    published: one(2 / 3),
    source: '001:343-347',
    note: '',
    group: ACCESS,
  },
  {
    key: 'op',
    symbol: 'O',
    label: 'Outpatient attendances in a year, or people seen',
    unit: 'visits',
    kind: 'single',
    published: null,
    most: VISITS,
    source: 'No source: from your hospital’s activity.',
    note: '',
    group: MUS,
  },
  {
    ...SHARE,
    key: 'qo',
    symbol: 'qO',
    label: 'Share of them with medically unexplained symptoms, outpatients',
    published: { low: 0.4, central: 0.4, high: 0.66 },
    source: '001:588-590, 001:839-841',
    note: 'A third figure, over 20% (003:826-827), is of frequent attenders only and is left out.',
    group: MUS,
  },
  {
    key: 'gp',
    symbol: 'G',
    label: 'GP consultations in a year, or people seen',
    unit: 'visits',
    kind: 'single',
    published: null,
    most: VISITS,
    source: 'No source: from your practices’ activity.',
    note: '',
    group: MUS,
  },
  {
    ...SHARE,
    key: 'qg',
    symbol: 'qG',
    label: 'Share of them with medically unexplained symptoms, primary care',
    published: { low: 0.15, central: 0.3, high: 0.45 },
    source: '003:822-823, 001:583-584, 001:839-840',
    note: '',
    group: MUS,
  },
  {
    ...SHARE,
    key: 'mda',
    symbol: 'pMDA',
    label: 'Of people with MUS, share with depression or anxiety',
    published: { low: 0.4, central: 0.7, high: 0.7 },
    source: '001:506-507, 003:817',
    note: 'The sources disagree: 70%, and over 40% of outpatients.',
    group: MUS,
  },
  {
    key: 'ppl',
    symbol: 'u',
    label: 'People for each visit entered above',
    unit: 'share',
    kind: 'single',
    published: null,
    most: 1,
    source: 'No source: 100% if you entered people; leave empty if you entered visits and do not know it.',
    note: 'One person makes several visits. Without this the number of people with MUS is not known.',
    group: MUS,
  },
];
