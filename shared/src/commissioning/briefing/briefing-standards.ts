import type { ReportNode } from '../../publication/report/report-tree.js';
import { judgementSentence, judgeStandard, STANDARD_STATE_WORDS } from '../judge-standard.js';
import { heading, paragraph, table } from './briefing-nodes.js';
import type { readReportedStandards } from './read-reported-standards.js';

/** Every standard with its verdict where counts were given; all others are named together as not reported. */
export function standardsPart(
  reported: ReturnType<typeof readReportedStandards>['reported'],
): readonly ReportNode[] {
  const given = reported.filter(({ share }) => share.denominator !== null);
  const missing = reported.filter(({ share }) => share.denominator === null);
  const name = ({ title, targetPercent }: (typeof reported)[number]['standard']): string =>
    `${title} (${targetPercent === null ? 'no target' : `${targetPercent}%`})`;
  return [
    heading('standards', 'Standards of 2018'),
    ...(given.length === 0
      ? []
      : [
          table(
            'Counts given by the reader',
            ['Standard', 'State', 'Counts'],
            given.map(({ standard, share }) => [
              name(standard),
              STANDARD_STATE_WORDS[judgeStandard(standard, share).state],
              judgementSentence(standard, share),
            ]),
          ),
        ]),
    ...(missing.length === 0
      ? []
      : [
          paragraph(
            `Not reported, which is not 0: ${missing.map(({ standard }) => name(standard)).join('; ')}.`,
          ),
        ]),
  ];
}
