/** A point on which the documents contradict each other or themselves, and what the atlas does about it. */
export interface SourceConflict {
  readonly id: string;
  readonly title: string;
  /** What stands where, in our own words. */
  readonly says: string;
  /** What the atlas takes, and why it does not hide the rest. */
  readonly taken: string;
  /** Lines as `sourceWords` reads them. */
  readonly source: string;
}

/** Every such point that was found, in the order of the methods page. */
export const SOURCE_CONFLICTS: readonly SourceConflict[] = [
  {
    id: 'comorbid',
    title: 'Mental health problems among people with a long-term condition',
    says: 'Over 30%; 5 of 16.5 million, which is 30.3%; one third; two thirds; up to 70%. For mental health problems overall, 9.35 million people, or 17%.',
    taken: 'Low and central 30%, high 70%: no document gives less than 30%.',
    source: '001:567-569, 001:692-694, 001:504-506, 001:687-690, 002:25, 004:7',
  },
  {
    id: 'mus-share',
    title: 'Consultations with medically unexplained symptoms',
    says: 'In primary care over 30%, up to 45%, or 15 to 30%. In outpatient clinics over 40%, up to 66%, or over 20% of what frequent attenders use.',
    taken:
      'Primary care 15, 30 and 45%; outpatients 40, 40 and 66%. The figure on frequent attenders counts something else.',
    source: '001:583-584, 001:588-590, 001:839-841, 003:822-823, 003:826-827',
  },
  {
    id: 'mus-mood',
    title: 'Depression or anxiety among people with medically unexplained symptoms',
    says: '70%, or over 40% of those seen in outpatient clinics.',
    taken: '40 to 70%, and only where people are entered, not visits.',
    source: '001:506-507, 003:817',
  },
  {
    id: 'quarter',
    title: '“At least one quarter” of community IAPT services',
    says: 'The summary of the survey says at least one quarter of services; its figure is 24.3% of those who answered.',
    taken: 'The figure, of those who answered, with bounds over all hospitals beside it.',
    source: '000:19, 000:174-175, 000:309',
  },
  {
    id: 'response',
    title: 'How many answered in 2018',
    says: '40%, and approximately 41% of 179.',
    taken: '74 of 179, which is 41.3%.',
    source: '000:16, 000:168, 000:313',
  },
  {
    id: 'cost',
    title: 'What an untreated mental health problem adds to the cost of care',
    says: 'Around 50% more; the two amounts, £5,670 and £3,910, make 45%. The difference of £1,760 is called a reduction that can be achieved, though it was observed between groups and not caused by treatment.',
    taken: 'The two amounts, and a factor of realisation that has no default.',
    source: '001:825-827, 001:993-1014',
  },
  {
    id: 'implementers',
    title: 'Which areas were early implementers',
    says: 'The guidance shows the names in a picture only, and no list of the second wave was found.',
    taken: 'Only sites with a source are listed; elsewhere it is not known, never “no”.',
    source: '001:1244',
  },
  {
    id: 'recovery',
    title: 'Recovery of people with a long-term condition',
    says: 'The standard is 50%. A later study found 32% with a long-term condition and 39% without; early implementers reported no difference, or 3 points less in core services.',
    taken: 'Low 32%, central and high 50%: choose, and say which.',
    source: '001:537, 002:99, 004:25',
  },
  {
    id: 'names',
    title: 'Names that have changed',
    says: 'The documents speak of clinical commissioning groups and of IAPT. Integrated care boards took over in July 2022; some have merged since, and the national programme has another name.',
    taken: 'Earlier rounds keep the areas and words of their time; boards are those of July 2022.',
    source: '001:343-347',
  },
  {
    id: 'clinical',
    title: 'Clinical words and advice that have changed',
    says: 'The guidance counts ME/CFS among medically unexplained symptoms and names guidelines that have been replaced; graded exercise was withdrawn in 2021.',
    taken:
      'Measures and cut-offs are shown as those of 2018, never as advice. “MUS” stands beside “persistent physical symptoms”.',
    source: '001:2164-2279',
  },
];
