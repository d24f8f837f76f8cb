import { parseEmailAddress } from '../access/email-address.js';
import { HOSPITAL_VARIABLE } from '../instrument/keys.js';
import { OTHER_HOSPITAL_PREFIX } from '../instrument/validate-answer.js';
import { cleanText } from '../kernel/clean-text.js';
import type { Problem } from '../kernel/problem.js';
import { accept, refuse, type Result } from '../kernel/result.js';
import { HOSPITAL_NOT_LISTED } from './respond-page.js';
import type { HospitalChoice } from './respond-parts.js';

const MAX_LABEL = 200;
/** Together below the length of `response.site_text_raw`. */
const MAX_NAME = 130;
const MAX_TOWN = 60;

/** A list's open link as its lead wants it. */
export interface NewOpenLink {
  /** Last part of the address. */
  readonly name: string;
  /** Which list it goes to. */
  readonly label: string;
}

/** Checks the name and the label of an open link; both problems at once. */
export function parseNewOpenLink(raw: NewOpenLink): Result<NewOpenLink, Problem> {
  const name = raw.name.trim().toLowerCase();
  const problems: Problem[] = [];
  if (!/^[a-z0-9]+(-[a-z0-9]+)*$/.test(name) || name.length > 40)
    problems.push({
      code: 'BAD_LIST_NAME',
      field: 'name',
      message: 'The name of the list cannot stand in an address.',
      mend: 'Use at most 40 small letters, digits and single hyphens, such as plan-members.',
    });
  const label = cleanText(raw.label.trim(), 'label', MAX_LABEL);
  if (!label.ok) problems.push(...label.problems);
  else if (label.value === '')
    problems.push({
      code: 'REQUIRED',
      field: 'label',
      message: 'Nobody could tell later which list this was.',
      mend: 'Say which mailing list the link goes to.',
    });
  return problems.length > 0 || !label.ok ? refuse(...problems) : accept({ name, label: label.value });
}

/** What somebody entered who begins a form by an open link; as typed. */
export interface OpenStart {
  readonly hospital: string;
  /** Name and town of a hospital that is not in the list. */
  readonly otherName: string;
  readonly otherTown: string;
  /** Where to send the way back; '' = nowhere. */
  readonly email: string;
}

/** A form that can be begun. */
export interface CheckedStart {
  /** '' = not in the list: a person will match it (rule R3). */
  readonly odsCode: string;
  /** The answer to the hospital question. */
  readonly hospital: string;
  readonly email: string;
}

/**
 * Checks the choice of a hospital and the address; all problems at once. A hospital that is not listed needs a name and
 * a town, because the name alone is too often shared. Chosen and typed both is refused: neither can be preferred.
 */
export function parseOpenStart(
  raw: OpenStart,
  hospitals: readonly Pick<HospitalChoice, 'odsCode'>[],
): Result<CheckedStart, Problem> {
  const place = hospitalOf(raw, hospitals);
  const email = raw.email.trim() === '' ? accept('') : parseEmailAddress(raw.email, 'email');
  if (place.ok && email.ok) return accept({ ...place.value, email: email.value });
  return refuse(...(place.ok ? [] : place.problems), ...(email.ok ? [] : email.problems));
}

function hospitalOf(
  { hospital, otherName, otherTown }: OpenStart,
  hospitals: readonly Pick<HospitalChoice, 'odsCode'>[],
): Result<Omit<CheckedStart, 'email'>, Problem> {
  const typed = [otherName, otherTown].some((text) => text.trim() !== '');
  if (hospital !== '' && hospital !== HOSPITAL_NOT_LISTED) {
    if (typed) return refuse(BOTH);
    const known = hospitals.some(({ odsCode }) => odsCode === hospital);
    return known ? accept({ odsCode: hospital, hospital }) : refuse(NOT_IN_LIST);
  }
  if (hospital === '' && !typed) return refuse(NONE_CHOSEN);
  const name = named(otherName, 'otherName', MAX_NAME, 'name');
  const town = named(otherTown, 'otherTown', MAX_TOWN, 'town');
  if (name.ok && town.ok)
    return accept({ odsCode: '', hospital: `${OTHER_HOSPITAL_PREFIX}${name.value}, ${town.value}` });
  return refuse(...(name.ok ? [] : name.problems), ...(town.ok ? [] : town.problems));
}

function named(raw: string, field: string, most: number, what: string): Result<string, Problem> {
  const text = cleanText(raw.replace(/\s+/g, ' ').trim(), field, most);
  if (!text.ok || text.value !== '') return text;
  return refuse({
    code: 'REQUIRED',
    field,
    message: `Enter the ${what} of the hospital.`,
    mend: 'Without name and town nobody can tell which hospital it is.',
  });
}

const NONE_CHOSEN: Problem = {
  code: 'REQUIRED',
  field: HOSPITAL_VARIABLE,
  message: 'Choose your hospital.',
  mend: 'If it is not in the list, enter its name and town.',
};
const NOT_IN_LIST: Problem = {
  code: 'UNKNOWN_HOSPITAL',
  field: HOSPITAL_VARIABLE,
  message: 'This survey has no such hospital in its list.',
  mend: 'Choose one from the list, or enter its name and town.',
};
const BOTH: Problem = {
  code: 'TWO_HOSPITALS',
  field: HOSPITAL_VARIABLE,
  message: 'You chose a hospital and entered another one.',
  mend: 'Empty the name and the town, or choose "My hospital is not in the list".',
};
