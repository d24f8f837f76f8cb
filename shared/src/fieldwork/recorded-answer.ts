import type { Problem } from '../kernel/problem.js';
import { accept, refuse, type Result } from '../kernel/result.js';

/** How an answer came that somebody of the survey team writes down. */
export const RECORDED_MODES = ['telephone', 'paper'] as const;
export type RecordedMode = (typeof RECORDED_MODES)[number];

/** Who answered, by their place in the team and never by name. */
export const SPOKEN_TO = ['liaison_lead', 'consultant', 'nurse', 'manager', 'other', 'not_said'] as const;
export type SpokenTo = (typeof SPOKEN_TO)[number];

/** A note about an answer taken by telephone or on paper, as entered. */
export interface RecordedNote {
  readonly mode: string;
  /** Day of the call, or on which the paper came (YYYY-MM-DD). */
  readonly takenOn: string;
  readonly spokenTo: string;
}

export interface CheckedNote {
  readonly mode: RecordedMode;
  readonly takenOn: string;
  readonly spokenTo: SpokenTo;
}

/** Checks the note; the day must be a real one and not lie after `today` (YYYY-MM-DD). All problems at once. */
export function parseRecordedNote(raw: RecordedNote, today: string): Result<CheckedNote, Problem> {
  const mode = RECORDED_MODES.find((each) => each === raw.mode);
  const spokenTo = SPOKEN_TO.find((each) => each === raw.spokenTo);
  const day = isDay(raw.takenOn) && raw.takenOn <= today && raw.takenOn >= EARLIEST;
  if (mode !== undefined && spokenTo !== undefined && day)
    return accept({ mode, spokenTo, takenOn: raw.takenOn });
  return refuse(
    ...(mode === undefined ? [NO_MODE] : []),
    ...(day ? [] : [BAD_DAY]),
    ...(spokenTo === undefined ? [NOBODY] : []),
  );
}

/** Before this day there was no survey. */
const EARLIEST = '2017-01-01';

function isDay(text: string): boolean {
  if (!/^\d{4}-\d{2}-\d{2}$/.test(text)) return false;
  const day = new Date(`${text}T00:00:00.000Z`);
  return !Number.isNaN(day.getTime()) && day.toISOString().startsWith(text);
}

/** Places in a team, in words. */
export const SPOKEN_TO_WORDS: Readonly<Record<SpokenTo, string>> = {
  liaison_lead: 'lead of the liaison team',
  consultant: 'consultant',
  nurse: 'nurse or therapist',
  manager: 'manager',
  other: 'somebody else of the team',
  not_said: 'not said who',
};

/** The note in words, as the live list and the tracker show it. */
export const recordedWords = ({ mode, takenOn, spokenTo }: CheckedNote): string =>
  `${mode === 'telephone' ? 'by telephone' : 'on paper'}, ${takenOn}, ${SPOKEN_TO_WORDS[spokenTo]}`;

const NO_MODE: Problem = {
  code: 'REQUIRED',
  field: 'mode',
  message: 'It is not said how the answer came.',
  mend: 'Choose telephone or paper.',
};
const BAD_DAY: Problem = {
  code: 'BAD_DATE',
  field: 'takenOn',
  message: 'This is not the day on which an answer came.',
  mend: 'Enter the day of the call, or on which the paper came; not one in the future.',
};
const NOBODY: Problem = {
  code: 'REQUIRED',
  field: 'spokenTo',
  message: 'It is not said who answered.',
  mend: 'Choose a place in the team, or "not said". Names are not kept.',
};
