/** A problem as IAPT services named it in 2018, with the measures to use. `not given` stands in words, never empty. */
export interface ProblemDescriptor {
  readonly name: string;
  /** New to IAPT with long-term conditions and MUS. */
  readonly isNew: boolean;
  readonly depression: string;
  readonly anxietyOrMus: string;
  /** Used only where the recommended one is missing; '–' = none is named. */
  readonly furtherOption: string;
  readonly disability: string;
}

const PHQ = 'PHQ-9';
const GAD = 'GAD-7';
const plain = (name: string, isNew = false): ProblemDescriptor => ({
  name,
  isNew,
  depression: PHQ,
  anxietyOrMus: GAD,
  furtherOption: '–',
  disability: 'WSAS',
});
const special = (name: string, anxietyOrMus: string, isNew = false): ProblemDescriptor => ({
  ...plain(name, isNew),
  anxietyOrMus,
  furtherOption: GAD,
});

/** The 14 rows of table 6 of the guidance of 2018 (001:2164-2259). */
export const PROBLEM_DESCRIPTORS: readonly ProblemDescriptor[] = [
  plain('Depression'),
  plain('Generalised anxiety disorder'),
  plain('Mixed anxiety and depression'),
  plain('No problem descriptor'),
  special('Social anxiety', 'SPIN'),
  special('Post-traumatic stress disorder', 'IES-R'),
  special('Agoraphobia', 'MI'),
  special('Obsessive-compulsive disorder', 'OCI'),
  special('Panic disorder', 'PDSS'),
  special('Body dysmorphic disorder', 'to be agreed (in 2018)'),
  plain('Chronic pain, with depression or anxiety', true),
  special('Irritable bowel syndrome', 'Francis IBS scale', true),
  special('Chronic fatigue syndrome', 'Chalder Fatigue Questionnaire', true),
  special('MUS not otherwise specified', 'PHQ-15', true),
];

/** Scores from which a measure counts as a clinical case; "not given" where the source has none: nothing is inferred. */
export const CUT_OFFS: readonly { readonly measure: string; readonly cutOff: string }[] = [
  { measure: 'PHQ-9', cutOff: '10 and above' },
  { measure: 'GAD-7', cutOff: '8 and above' },
  { measure: 'OCI', cutOff: '40 and above' },
  { measure: 'SPIN', cutOff: '19 and above' },
  { measure: 'MI', cutOff: 'above an item average of 2.3' },
  { measure: 'IES-R', cutOff: '33 and above' },
  { measure: 'PDSS', cutOff: '8 and above' },
  { measure: 'Francis IBS scale', cutOff: 'not given' },
  { measure: 'Chalder Fatigue Questionnaire', cutOff: 'not given' },
  { measure: 'PHQ-15', cutOff: 'not given' },
];

export const DESCRIPTORS_SOURCE = '001:2164-2279';
/** What must be read with the table. */
export const DESCRIPTORS_NOTES: readonly string[] = [
  'A table of 2018, shown as history and never as present advice: several of the guidelines behind it have been replaced, and ME/CFS is no longer treated as medically unexplained (NICE NG206, 2021).',
  'The source marks in bold which pair of measures recovery is counted from; our text of it has lost the bold: pair not known.',
];
