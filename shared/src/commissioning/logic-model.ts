/** One line of a plan that a person fills in; `hint` says what belongs there. */
export interface PlanBox {
  readonly key: string;
  readonly label: string;
  readonly hint: string;
}

/** The strategies that a business case can serve, to tick (001:2505-2519); some have ended or changed their name since. */
export const STRATEGIES: readonly { readonly key: string; readonly text: string }[] = [
  'Sustainability and transformation partnership (since 2022: integrated care system)',
  'Health and wellbeing strategy',
  'Integrated personal commissioning',
  'New care models',
  'Better Care Fund',
  'Quality, innovation, productivity and prevention (QIPP)',
  'Joint strategic needs assessment',
  'CCG improvement and assessment framework (ended with the CCGs)',
].map((text, at) => ({ key: `strategy${at + 1}`, text }));
export const STRATEGIES_SOURCE = '001:2496-2519';

/** The four columns of a logic model, in their order; each is filled from estimates first, then by hand. */
export const LOGIC_COLUMNS = [
  { key: 'lm.inputs', label: 'Inputs', hint: 'Staff, rooms, money, training, data' },
  { key: 'lm.activities', label: 'Activities', hint: 'What is done with them, for whom' },
  { key: 'lm.outputs', label: 'Outputs', hint: 'What can be counted: people seen, sessions' },
  { key: 'lm.outcomes', label: 'Outcomes', hint: 'What changes for people and services' },
] as const satisfies readonly PlanBox[];

/** The benefits that the guidance names (001:2742-2759), in our words. */
export const BENEFITS: readonly { readonly key: string; readonly text: string; readonly measure: string }[] =
  [
    {
      key: 'experience',
      text: 'People are more content with their care',
      measure: 'experience questionnaires after assessment and at the end',
    },
    {
      key: 'efficiency',
      text: 'Less is done twice, and people are assessed less often',
      measure: 'assessments for each person',
    },
    {
      key: 'outcomes',
      text: 'People get better',
      measure: 'recovery, reliable improvement, disability',
    },
    {
      key: 'use',
      text: 'Physical health services are used less, acute and emergency care among them',
      measure: 'attendances and admissions, with a comparison',
    },
  ];
export const BENEFITS_SOURCE = '001:2732-2759';

/** What has to be said of each benefit. Costs and benefits rarely fall in one place (001:2734-2738). */
export const BENEFIT_COLUMNS = [
  { key: 'delivered', label: 'How it is delivered' },
  { key: 'measured', label: 'How it is measured' },
  { key: 'reported', label: 'To whom it is reported, and when' },
  { key: 'pays', label: 'Who pays' },
  { key: 'gains', label: 'Who gains' },
] as const;

export const benefitBox = (benefit: string, column: string): string => `benefit.${benefit}.${column}`;
