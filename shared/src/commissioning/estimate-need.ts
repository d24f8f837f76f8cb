import type { EstimateOutput, EstimateSheet } from './estimate.js';
import { NEED_INPUTS } from './need-inputs.js';

const people = (
  output: Omit<EstimateOutput, 'unit' | 'digits' | 'note' | 'sentence'> & Partial<EstimateOutput>,
) => ({ unit: 'people', digits: 0, note: '', sentence: '', ...output }) satisfies EstimateOutput;

const OUTPUTS: readonly EstimateOutput[] = [
  people({
    key: 'n-ltc',
    label: 'People with a long-term condition',
    formula: 'P × pLTC',
    needs: ['p', 'ltc'],
    sum: (v) => v('p') * v('ltc'),
  }),
  people({
    key: 'n-comorbid',
    label: 'Of these, people who also have a mental health problem',
    formula: 'P × pLTC × pMH',
    needs: ['p', 'ltc', 'mh'],
    sum: (v) => v('p') * v('ltc') * v('mh'),
    sentence: 'People with a long-term condition and a mental health problem',
  }),
  people({
    key: 't-all',
    label: 'People expected to enter any IAPT service in a year',
    formula: 'a × P × pDA',
    needs: ['a', 'p', 'da'],
    sum: (v) => v('a') * v('p') * v('da'),
  }),
  people({
    key: 't-exp',
    label: 'People whom the expansion for long-term conditions and MUS is meant to add',
    formula: 's × (a − a0) × P × pDA',
    needs: ['s', 'a', 'a0', 'p', 'da'],
    sum: (v) => v('s') * (v('a') - v('a0')) * v('p') * v('da'),
    sentence: 'People whom the expansion is meant to add in a year',
  }),
  people({
    key: 't-25',
    label: 'Upper planning figure: the access standard applied to the comorbid group',
    formula: 'a × P × pLTC × pMH',
    needs: ['a', 'p', 'ltc', 'mh'],
    sum: (v) => v('a') * v('p') * v('ltc') * v('mh'),
  }),
  people({
    key: 'mus-op',
    label: 'Outpatient attendances with medically unexplained symptoms',
    formula: 'O × qO',
    unit: 'visits',
    needs: ['op', 'qo'],
    sum: (v) => v('op') * v('qo'),
    sentence: 'Outpatient attendances with medically unexplained symptoms in a year',
  }),
  people({
    key: 'mus-gp',
    label: 'GP consultations with medically unexplained symptoms',
    formula: 'G × qG',
    unit: 'visits',
    needs: ['gp', 'qg'],
    sum: (v) => v('gp') * v('qg'),
    sentence: 'GP consultations with medically unexplained symptoms in a year',
  }),
  people({
    key: 'mus-op-da',
    label: 'People with MUS and depression or anxiety, by way of outpatients',
    formula: 'O × u × qO × pMDA',
    needs: ['op', 'qo', 'mda', 'ppl'],
    sum: (v) => v('op') * v('ppl') * v('qo') * v('mda'),
    note: 'The sources give shares of visits, not of people; this takes them for the same.',
  }),
  people({
    key: 'mus-gp-da',
    label: 'People with MUS and depression or anxiety, by way of primary care',
    formula: 'G × u × qG × pMDA',
    needs: ['gp', 'qg', 'mda', 'ppl'],
    sum: (v) => v('gp') * v('ppl') * v('qg') * v('mda'),
    note: 'The two routes count many of the same people: do not add them up.',
  }),
];

/** How many people in an area may need integrated psychological therapy: planning figures with their range. */
export const NEED_SHEET: EstimateSheet = {
  id: 'need',
  title: 'Need',
  lead: 'How many people in an area have a long-term condition and a mental health problem, and how many of them a service should expect.',
  inputs: NEED_INPUTS,
  outputs: OUTPUTS,
  caveats: [
    { text: 'These are planning estimates, not counts of anybody.', source: '001:2322-2344' },
    {
      text: 'IAPT is for adults of 18 and over; the share with a long-term condition is of all ages.',
      source: '001:221, 001:565-567',
    },
    {
      text: 'Medically unexplained symptoms cannot be derived from a population here: the sources give shares of visits, not of people.',
      source: '001:583-590, 003:822-827',
    },
    {
      text: 'The 2018 words are kept. ME/CFS is no longer treated as medically unexplained, and “persistent physical symptoms” is often said instead.',
      source: 'NICE guideline NG206 (2021)',
    },
  ],
  check: (value) => {
    const [a, a0] = [value('a', 'low'), value('a0', 'high')];
    return a !== undefined && a0 !== undefined && a < a0
      ? ['The access standard is below the one before the expansion, so there would be no expansion.']
      : [];
  },
};
