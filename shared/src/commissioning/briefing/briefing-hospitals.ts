import { LADDER_CODES } from '../../analysis/ladder-code.js';
import { ladderWords } from '../../analysis/ladder-label.js';
import type { PublishedHospital } from '../../publication/release.js';
import type { ReportNode } from '../../publication/report/report-tree.js';
import { hospitalCount } from '../gap-sentence.js';
import { heading, paragraph, table } from './briefing-nodes.js';
import { BRIEFING_ROOMS, type BriefingRoom, shortName } from './briefing-room.js';

/** Above this they are counted, whatever room there is. */
const [{ hospitals: MOST_ROWS }] = BRIEFING_ROOMS;

/** The hospitals of an area: by name where they fit, else how many there are of each kind of report. */
export function hospitalsPart(
  hospitals: readonly PublishedHospital[],
  room: BriefingRoom,
): readonly ReportNode[] {
  const title = heading('hospitals', 'Hospitals');
  if (hospitals.length === 0)
    return [
      title,
      paragraph(
        'No hospital of the survey lies in this area. People here use hospitals elsewhere, which this page does not show.',
      ),
    ];
  if (hospitals.length <= MOST_ROWS) {
    const left = hospitals.length - room.hospitals;
    return [
      title,
      table(
        left > 0
          ? `${hospitalCount(hospitals.length)} of the survey, ${left} of them not named here; the area’s page names them`
          : `${hospitalCount(hospitals.length)} of the survey`,
        ['Hospital', 'Trust (2018)', 'What is reported'],
        hospitals
          .slice(0, room.hospitals)
          .map(({ name, trust, label, score }) => [
            shortName(name, room),
            shortName(trust, room),
            score === null ? label : `${label}. Integration ${score} of 100, as judged by its liaison team.`,
          ]),
      ),
    ];
  }
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
