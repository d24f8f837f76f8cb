import type { LadderCode } from './ladder-code.js';
import type { OtherProvision } from './other-provision.js';

interface Words {
  /** For a table cell, a marker's name or the legend; sentence case, no full stop. */
  readonly label: string;
  /** One or two full sentences for the hospital page. */
  readonly meaning: string;
}

/** The words of each rung (methods C2) before anything is said about other provision. */
const WORDS: Readonly<Record<LadderCode, Words>> = {
  NP: {
    label: 'Not published',
    meaning: 'Nothing is published about this hospital, not even whether this hospital answered.',
  },
  NR: {
    label: 'Not known: no reply',
    meaning: 'There is no usable reply from this hospital, so its provision is not known.',
  },
  CF: {
    label: 'Not known: respondents disagree',
    meaning: 'Respondents of this hospital gave opposite answers, and nobody has settled which one holds.',
  },
  G4: {
    label: 'IAPT in-reach, well integrated',
    meaning: 'IAPT in-reach is reported, and the liaison team judges it well integrated.',
  },
  G3: {
    label: 'IAPT in-reach, partly integrated',
    meaning: 'IAPT in-reach is reported, and the liaison team judges it partly integrated.',
  },
  G2: {
    label: 'IAPT in-reach, poorly integrated',
    meaning: 'IAPT in-reach is reported, and the liaison team judges it poorly integrated.',
  },
  GU: {
    label: 'IAPT in-reach, integration not rated',
    meaning: 'IAPT in-reach is reported; nobody has rated how well it is integrated.',
  },
  GP: {
    label: 'IAPT in-reach, score not published',
    meaning: 'IAPT in-reach is reported; the hospital has not agreed to publish how well it is integrated.',
  },
  G0: {
    label: 'No IAPT provision for MUS/LTC reported',
    meaning: 'The respondent reports that the local IAPT service does not treat patients with MUS/LTC.',
  },
  G1: {
    label: 'IAPT treats MUS/LTC, no IAPT in-reach reported',
    meaning: 'The local IAPT service is reported to treat MUS/LTC but not to come into the hospital.',
  },
  G01: {
    label: 'No IAPT in-reach reported, IAPT provision not known',
    meaning: 'No IAPT in-reach is reported; whether the local IAPT service treats MUS/LTC is not known.',
  },
  G1U: {
    label: 'IAPT treats MUS/LTC, in-reach not known',
    meaning: 'The local IAPT service is reported to treat MUS/LTC; whether it comes in is not known.',
  },
  DK: {
    label: 'Not known to the respondent',
    meaning:
      'The hospital answered, but its respondent could not say whether there is provision or in-reach.',
  },
};

/** The words of a code alone; only for a place that says beside it what is known of other provision. */
export const ladderWords = (code: LadderCode): string => WORDS[code].label;

const REPORTED_ABSENT_OR_WEAK: ReadonlySet<LadderCode> = new Set<LadderCode>(['G0', 'G1', 'G01', 'G2']);

/** Codes under which IAPT provision or in-reach is reported absent, or in-reach weak (methods C2). */
export const isReportedAbsentOrWeak = (code: LadderCode): boolean => REPORTED_ABSENT_OR_WEAK.has(code);

/**
 * Whether the word *gap* may be written of a hospital: absent or weak provision is reported **and** other
 * integrated provision is known to be absent (methods C2). A missing IAPT service beside an established
 * psychology service is no gap in care (`000:330-339`), and what is not known is none either.
 *
 * Give the *public* code: the code behind a GP would give the score away.
 */
export const isGap = (code: LadderCode, otherProvision: OtherProvision): boolean =>
  isReportedAbsentOrWeak(code) && otherProvision === 'no';

/**
 * The short words of a code as they stand in tables, legends and open data. Codes of reported absence always say
 * what is known of other provision, so that no label can be read as a gap that nobody reported.
 * @example ladderLabel('G0', 'not_known') // 'No IAPT provision for MUS/LTC reported; other provision not known'
 */
export function ladderLabel(code: LadderCode, otherProvision: OtherProvision): string {
  const { label } = WORDS[code];
  if (!isReportedAbsentOrWeak(code)) return label;
  switch (otherProvision) {
    case 'yes':
      return `${label}; other integrated service on site`;
    case 'no':
      return `Gap: ${lowerFirst(label)}; no other integrated service on site`;
    case 'not_known':
      return `${label}; other provision not known`;
  }
}

/** What a code means, in one to three sentences, for the hospital page and the legend's long form. */
export function ladderMeaning(code: LadderCode, otherProvision: OtherProvision): string {
  const { meaning } = WORDS[code];
  if (otherProvision === 'yes') return `${meaning} Another integrated service is reported on site.`;
  if (!isReportedAbsentOrWeak(code)) return meaning;
  if (otherProvision === 'no') {
    return `${meaning} No other integrated service is reported on site either, so this is a gap.`;
  }
  return `${meaning} Whether another integrated service is on site is not known.`;
}

/** For words inside a sentence: "No reply" → "no reply", but "IAPT treats" stays: the second letter shows an abbreviation. */
export const lowerFirst = (text: string): string =>
  /^[A-Z][a-z]/.test(text) ? text.charAt(0).toLowerCase() + text.slice(1) : text;
