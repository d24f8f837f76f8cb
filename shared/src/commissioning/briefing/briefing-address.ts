import { NEED_SHEET } from '../estimate-need.js';
import { boxName } from '../read-estimate.js';
import { CASES } from '../estimate.js';
import { STANDARDS } from '../standards.js';
import { standardBox } from './read-reported-standards.js';

/** Everything that is typed into a briefing, by the name that it has in the address, in one order for ever. */
export const BRIEFING_BOXES: readonly string[] = [
  ...NEED_SHEET.inputs.flatMap(({ key }) => CASES.map((at) => boxName(key, at))),
  ...STANDARDS.map(({ code }) => standardBox(code)),
];

/** Letters that one typed value can have; longer ones are refused before they are read. */
export const LONGEST_VALUE = 40;

/** What says which briefing it is; what was typed comes behind. */
export interface BriefingKey {
  readonly round: string;
  /** Number of the release. */
  readonly release: number;
  readonly from: string;
  readonly typed: (box: string) => string | null;
}

/**
 * The query under which this very briefing is found again, whatever is released later.
 * @example 'round=2017-18&release=1&p=500000'
 */
export function briefingQuery({ round, release, from, typed }: BriefingKey): string {
  const pairs = [
    ['round', round],
    ['release', String(release)],
    ['from', from],
    ...BRIEFING_BOXES.map((box) => [box, (typed(box) ?? '').trim()]),
  ];
  return pairs
    .filter(([, text]) => text !== '')
    .map(([name = '', text = '']) => `${name}=${encodeURIComponent(text)}`)
    .join('&');
}
