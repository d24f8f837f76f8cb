import { DERIVED_ITEMS, type DerivedItem } from '../cleaning/derive-mus-ltc.js';
import { type Instrument, questionsOf } from '../instrument/instrument.js';

const JOINT =
  'One question on MUS and LTC together, as in 2018; the answer counts as it was given. A "yes" can mean one group or ' +
  'both, a "no" means neither. Which group was meant cannot be told, so there are no figures for MUS or for LTC alone.';
const IN_PARTS =
  'Two questions, one on MUS and one on LTC. Of each form: yes if either is yes; no only if both are no; otherwise "don\'t ' +
  'know" if either is, else skipped. A form of version 1.0, which has one question on both, counts with that answer as ' +
  'it was given; the two may be compared, with care for the wording.';
const ONE_PART =
  'A question of its own from version 1.1 on. A form of version 1.0, which asked about MUS and LTC together, counts here ' +
  'as not asked, never as yes or no: its answer may have meant the other group.';

/**
 * How the answers behind an indicator were asked for, where versions of the questionnaire differ (methods C1): the joint
 * answer on MUS and LTC is asked in 1.0 and derived in 1.1. In words for a trace; '' = there is nothing to say.
 */
export function howAsked(item: string, instrument: Instrument): string {
  const asked = new Set(questionsOf(instrument).map(({ variable }) => variable));
  const parts = Object.values(DERIVED_ITEMS).flat() as readonly string[];
  if (parts.includes(item)) return ONE_PART;
  if (!Object.hasOwn(DERIVED_ITEMS, item)) return '';
  if (asked.has(item)) return JOINT;
  return DERIVED_ITEMS[item as DerivedItem].every((part) => asked.has(part)) ? IN_PARTS : '';
}
