import { LADDER_CODES } from '../../analysis/ladder-code.js';
import { ladderWords } from '../../analysis/ladder-label.js';
import type { PublishedHospital } from '../../publication/release.js';
import type { ReportNode } from '../../publication/report/report-tree.js';
import { hospitalCount } from '../gap-sentence.js';
import { heading, paragraph, table } from './briefing-nodes.js';

/** Most hospitals that are named one by one: more would not stay on the page. */
const MOST_ROWS = 9;

/** The hospitals of an area: by name where they fit, else how many there are of each kind of report. */
export function hospitalsPart(hospitals: readonly PublishedHospital[]): readonly ReportNode[] {
  const title = heading('hospitals', 'Hospitals');
  if (hospitals.length === 0)
    return [
      title,
      paragraph(
        'No hospital of the survey lies in this area. People here use hospitals elsewhere, which this page does not show.',
      ),
    ];
  if (hospitals.length <= MOST_ROWS)
    return [
      title,
      table(
        `${hospitalCount(hospitals.length)} of the survey`,
        ['Hospital', 'Trust (2018)', 'What is reported'],
        hospitals.map(({ name, trust, label, score }) => [
          name,
          trust,
          score === null ? label : `${label}. Integration ${score} of 100, as judged by its liaison team.`,
        ]),
      ),
    ];
  const groups = LADDER_CODES.map((code) => ({
    code,
    count: hospitals.filter(({ category }) => category === code).length,
  })).filter(({ count }) => count > 0);
  return [
    title,
    table(
      `${hospitalCount(hospitals.length)} of the survey, too many to name here; the area’s page names them`,
      ['What is reported', 'Hospitals'],
      groups.map(({ code, count }) => [`${code}: ${ladderWords(code)}`, String(count)]),
    ),
  ];
}
