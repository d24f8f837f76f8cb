import { PUBLISHED_2018 } from '../published-2018.js';
import { headingBlock, listBlock } from './make-block.js';
import type { ReportBlock } from './report-content.js';

/** What the report prints of each hospital with in-reach (000:193-243), by ODS code, in our words. */
const SAID: Readonly<Record<string, readonly string[]>> = {
  RW603: [
    'Good: the service had only begun. A psychologist of the liaison team supervises the new IAPT therapists for ' +
      'long-term conditions, and the liaison consultant has regular sessions at IAPT for assessment and supervision, ' +
      'mostly about patients at high risk or with personality difficulties.',
    'To improve: go on building on that.',
    'Comment: pool knowledge and talk about difficulties; seek out the most affected, who may not expect help from ' +
      'therapy.',
  ],
  RH801: [
    'Good: managers meet regularly and share an aim.',
    'To improve: clinicians meet only over a particular patient, IAPT takes certain conditions only, and the ' +
      'electronic records are separate.',
    'Comment: much depends on the acute hospital: its clinicians at team meetings, its managers, and rooms.',
  ],
  RA301: [
    'Good: nothing is printed.',
    'To improve: a psychologist inside the liaison team, an IAPT worker who links the teams, and planning of the ' +
      'business together.',
    'Comment: the services hardly connect, and what IAPT does in the hospital is limited.',
  ],
};

/** A heading and what was said, for each of the hospitals that the report names. */
export const profiles2018 = (): readonly ReportBlock[] =>
  PUBLISHED_2018.inReachHospitals.flatMap(({ odsCode, reportedName }) => [
    headingBlock(`profile-${odsCode}`, reportedName, 3),
    listBlock(`profile-${odsCode}-said`, [
      `Integration, as judged by one respondent: {{score.${odsCode} | of}}.`,
      ...(SAID[odsCode] ?? []),
    ]),
  ]);
