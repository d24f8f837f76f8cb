import type { EstimateInput, EstimateOutput, EstimateSheet } from './estimate.js';

const one = (value: number): EstimateInput['published'] => ({ low: value, central: value, high: value });

const COST = {
  unit: 'pounds',
  kind: 'range',
  most: 1_000_000,
  group: 'Cost of health care a person and year',
} as const;
const INPUTS: readonly EstimateInput[] = [
  {
    key: 'n',
    symbol: 'n',
    label: 'People who were ill enough to count at the start and completed treatment, in a year',
    unit: 'people',
    kind: 'range',
    published: null,
    most: 70_000_000,
    source: 'None of the sources gives a figure: your service’s own.',
    note: '',
    group: 'Recovery',
  },
  {
    key: 'r',
    symbol: 'r',
    label: 'Share of them who move to recovery',
    unit: 'share',
    kind: 'range',
    published: { low: 0.32, central: 0.5, high: 0.5 },
    most: 1,
    source: '001:537, 001:2901-2905, 004:25',
    note: 'Central and high: the national standard. Low: what a study of 2022 found for people with a long-term condition (39% without one).',
    group: 'Recovery',
  },
  {
    ...COST,
    key: 'ch',
    symbol: 'cH',
    label: 'With a mental health problem that is not treated',
    published: one(5670),
    source: '001:993',
    note: 'Prices of the source; not brought up to date.',
  },
  {
    ...COST,
    kind: 'single',
    key: 'cl',
    symbol: 'cL',
    label: 'With effective treatment',
    published: one(3910),
    source: '001:1003',
    note: '',
  },
  {
    key: 'rho',
    symbol: 'ρ',
    label: 'Share of the difference that is really saved (realisation factor)',
    unit: 'share',
    kind: 'range',
    published: null,
    most: 1,
    source: 'No source gives one, so there is no default.',
    note: 'Say in your business case why you chose it.',
    group: 'Realisation',
  },
];

const NEEDS = ['n', 'r', 'ch', 'cl'] as const;
/** Value of recoveries at a share `rho` of the difference in cost. */
const worth = (v: (key: string) => number, rho: number): number =>
  rho * (v('ch') - v('cl')) * v('n') * v('r');

const pounds = (key: string, label: string, rho: number): EstimateOutput => ({
  key,
  label,
  formula: `${rho} × (cH − cL) × n × r`,
  unit: 'pounds',
  digits: 0,
  needs: NEEDS,
  sum: (v) => worth(v, rho),
  sentence: '',
  note: '',
});

const OUTPUTS: readonly EstimateOutput[] = [
  {
    key: 'rec',
    label: 'People who move to recovery',
    formula: 'n × r',
    unit: 'people',
    digits: 0,
    needs: ['n', 'r'],
    sum: (v) => v('n') * v('r'),
    sentence: 'People who move to recovery in a year',
    note: '',
  },
  pounds('v-0', 'Value if nothing of the difference is saved (ρ = 0)', 0),
  pounds('v-50', 'Value if half of it is saved (ρ = 50%)', 0.5),
  pounds('v-100', 'Value if all of it is saved (ρ = 100%)', 1),
  {
    ...pounds('v-own', 'Value at the factor that you entered', 1),
    formula: 'ρ × (cH − cL) × n × r',
    needs: [...NEEDS, 'rho'],
    sum: (v) => worth(v, v('rho')),
    sentence: 'Value in pounds a year at your realisation factor',
  },
];

/** What recoveries may be worth, from nothing to the whole published difference. */
export const BENEFITS_SHEET: EstimateSheet = {
  id: 'benefits',
  title: 'Benefits',
  lead: 'What recoveries may be worth to the health system, from nothing to the whole published difference in cost.',
  inputs: INPUTS,
  outputs: OUTPUTS,
  caveats: [
    {
      text: 'This is no claim of savings. The difference in cost was observed between groups of people, not caused by treatment; one place says around 50% more, the two figures make 45%.',
      source: '001:825-827, 001:993-1014',
    },
    {
      text: 'Benefits rarely arise where the costs do: say who pays and who gains.',
      source: '001:2734-2738',
    },
    {
      text: 'Four benefits to plan for, each with how it is delivered, measured and reported: better experience of care, fewer double assessments, better outcomes, less use of physical health services.',
      source: '001:2739-2759',
    },
  ],
  check: (value) => {
    const [high, low] = [value('ch', 'low'), value('cl', 'central')];
    return high !== undefined && low !== undefined && high < low
      ? ['The cost with treatment is above the cost without, so there is no difference to save.']
      : [];
  },
};
