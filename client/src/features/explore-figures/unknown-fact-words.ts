import type { Breakdown } from '@liaison-atlas/shared/analysis/figures';

import { countOf } from '../../lib/format.js';
import { BREAKDOWN_WORDS } from './figure-words.js';

/** Where a fact could be entered. */
const SOURCES: Partial<Record<Breakdown, string>> = {
  liaison_tier: 'It is read from the service register, where it stands once somebody confirms it.',
  plan_member: 'A list of hospitals can state it in its column plan_member.',
  ed_size: 'A list of hospitals can state it in its column ed_attendances.',
};

/** That a fact is not known of some hospitals, or of any, and what follows; '' = it is known of all. */
export function unknownFactWords(by: Breakdown, notKnown: number, all: number): string {
  if (notKnown === 0) return '';
  const source = SOURCES[by] === undefined ? '' : ` ${SOURCES[by]}`;
  return notKnown === all
    ? `${BREAKDOWN_WORDS[by]}: not known of any of the ${countOf(all, 'hospital')}, so whether those that answered differ in it from those that did not cannot be said.${source}`
    : `Not known of ${notKnown} of the ${countOf(all, 'hospital')}, which the test leaves out.${source}`;
}
