/** What a code is applied to: the additional comments of all (T), or what the in-reach hospitals wrote (S). */
export type CodeGroup = 'comment_theme' | 'site_theme';

/** One code of a codebook, in our own words. */
export interface Code {
  readonly code: string;
  readonly group: CodeGroup;
  readonly name: string;
  readonly definition: string;
  /** What belongs here although one might doubt it. */
  readonly include: string;
  /** What belongs elsewhere, and where. */
  readonly exclude: string;
  /**
   * How often, as far as the report says so in words; '' where it says nothing. It counts no theme, so no number may
   * stand here.
   */
  readonly frequency: string;
  readonly source: string;
}

/** A set of codes that coders apply; a changed set is a new version. */
export interface Codebook {
  readonly id: string;
  readonly version: string;
  readonly codes: readonly Code[];
}

const theme = (code: string, parts: Omit<Code, 'code' | 'group'>): Code => ({
  code,
  group: code.startsWith('T') ? 'comment_theme' : 'site_theme',
  ...parts,
});

/**
 * The starter codebook: the themes of the 2018 report in its order, T1 to T7 from the 44 additional comments and
 * S1 to S8 from the three hospitals with in-reach (seed-survey E2). The report ranks only T1 and gives no counts.
 */
export const STARTER_CODEBOOK: Codebook = {
  id: 'iapt-liaison-starter',
  version: '1.0',
  codes: [
    theme('T1', {
      name: 'IAPT training and expertise',
      definition: 'IAPT staff are not trained or experienced enough for complex MUS/LTC cases.',
      include: 'Doubts about skills, supervision or scope of IAPT for this group.',
      exclude: 'Complexity described without a word on IAPT staff: T2.',
      frequency: 'the most frequent comment',
      source: '000:251-252',
    }),
    theme('T2', {
      name: 'Complex cases gather in secondary care',
      definition:
        'Hospital patients are the complex ones: several illnesses, difficult medical management, personality difficulties, disability, risk.',
      include: 'Any one of these named as a reason why hospital cases differ.',
      exclude: 'What liaison teams can do about them: T3.',
      frequency: '',
      source: '000:254-258',
    }),
    theme('T3', {
      name: 'Liaison expertise helps, in primary care too',
      definition:
        'Liaison psychiatry is of use in assessing and managing complex cases, in hospital and in primary care.',
      include: 'Offers or wishes for liaison work outside the hospital.',
      exclude: 'Supervision of IAPT staff by liaison at one named hospital: S1.',
      frequency: 'primary care: several respondents',
      source: '000:258-260, 265-269',
    }),
    theme('T4', {
      name: 'Local plans and pilots',
      definition: 'A service for MUS/LTC is planned or being tried in the area.',
      include: 'Plans known only by hearsay.',
      exclude: 'A service that works already: T5.',
      frequency: 'a number of respondents',
      source: '000:269-271',
    }),
    theme('T5', {
      name: 'A working integrated model',
      definition:
        'An integrated service for MUS/LTC is established; in 2018 one in Hull, with steps into primary care.',
      include: 'Integrated services without IAPT.',
      exclude: 'Services that are being set up: T4.',
      frequency: 'one respondent',
      source: '000:271-274',
    }),
    theme('T6', {
      name: 'Clinical health psychologists',
      definition:
        'Clinical health psychologists have an established part in this work, some of them within liaison teams.',
      include: 'Psychologists in psychological medicine teams.',
      exclude: 'A psychologist wished for at one named hospital: S7.',
      frequency: '',
      source: '000:276-280',
    }),
    theme('T7', {
      name: 'Commissioning',
      definition:
        'Commissioning in pieces, or by people who do not know these problems and the skills they need, hinders integrated services.',
      include: 'Contracts or funding that keep teams apart.',
      exclude: 'Joint planning between the services themselves: S8.',
      frequency: '',
      source: '000:282-288',
    }),
    theme('S1', {
      name: 'Liaison supervises and works in IAPT',
      definition:
        'A liaison psychologist or consultant supervises IAPT staff or holds regular sessions there.',
      include: 'Support with high-risk patients.',
      exclude: 'Meetings of managers: S2.',
      frequency: '',
      source: '000:197-208',
    }),
    theme('S2', {
      name: 'Management meetings and shared vision',
      definition: 'Those who run the services meet regularly and want the same thing.',
      include: 'A shared aim without meetings.',
      exclude: 'Contact between clinicians: S3.',
      frequency: '',
      source: '000:220-221',
    }),
    theme('S3', {
      name: 'No routine contact between staff',
      definition:
        'Clinicians of the two services meet only about a particular patient, when somebody arranges it.',
      include: 'No case meetings.',
      exclude: 'No common record: S4.',
      frequency: '',
      source: '000:223-225',
    }),
    theme('S4', {
      name: 'No shared record',
      definition: 'The services cannot read each other’s electronic records.',
      include: 'Partial access.',
      exclude: 'Lack of contact in person: S3.',
      frequency: '',
      source: '000:226',
    }),
    theme('S5', {
      name: 'Only some conditions accepted',
      definition: 'IAPT takes patients with certain conditions and not others.',
      include: 'LTC but not MUS.',
      exclude: 'Refusal because of complexity: T1 or T2.',
      frequency: '',
      source: '000:225-226, 315-316',
    }),
    theme('S6', {
      name: 'Support and space from the acute trust',
      definition: 'The work needs the acute hospital: its staff at meetings, its managers, rooms.',
      include: 'Praise or want of either.',
      exclude: 'Management of the two services: S2.',
      frequency: '',
      source: '000:228-230',
    }),
    theme('S7', {
      name: 'Embedded psychologist or link worker',
      definition:
        'A psychologist within the liaison team, or an IAPT worker who links the two, is wished for or there.',
      include: 'Either of the two.',
      exclude: 'Health psychology as an established service: T6.',
      frequency: '',
      source: '000:237-240',
    }),
    theme('S8', {
      name: 'Joint business planning',
      definition: 'The services plan their business together, or should.',
      include: 'Planning meetings.',
      exclude: 'What commissioners do: T7.',
      frequency: '',
      source: '000:240',
    }),
  ],
};
