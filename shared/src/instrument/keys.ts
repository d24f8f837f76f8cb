/** Longest variable key: SPSS allows 64 bytes for a variable's name, and the keys are the names in every export. */
export const MAX_KEY = 64;

const VARIABLE_KEY = /^[a-z][a-z0-9_]{0,63}$/;
const PAGE_ID = /^[a-z][a-z0-9_-]{0,63}$/;
const SERIES_KEY = /^[a-z][a-z0-9-]{2,63}$/;
const SPSS_NAME = /^[A-Za-z@#$][A-Za-z0-9_.@#$]*$/;
const SPSS_WORDS = ['all', 'and', 'by', 'eq', 'ge', 'gt', 'le', 'lt', 'ne', 'not', 'or', 'to', 'with'];

/** Lower-case letters, digits and _, beginning with a letter; also for option and row codes. */
export const isVariableKey = (key: string): boolean => VARIABLE_KEY.test(key);

/** A page's id stands in addresses: letters, digits, - and _. */
export const isPageId = (id: string): boolean => PAGE_ID.test(id);

/** Name of a series of versions, such as `liaison-services`. */
export const isSeriesKey = (key: string): boolean => SERIES_KEY.test(key);

/** Whether SPSS takes the name: at most 64 bytes, no reserved word, no full stop or underscore at the end. */
export const isSpssName = (name: string): boolean =>
  name.length <= MAX_KEY &&
  SPSS_NAME.test(name) &&
  !/[._]$/.test(name) &&
  !SPSS_WORDS.includes(name.toLowerCase());

/**
 * Keys that mean something else: fields of the answering form, and one name that every JavaScript object has. A test
 * compares them with the form's own list.
 */
export const RESERVED_KEYS: readonly string[] = [
  'reminded',
  'later',
  'autosave',
  'reason',
  'sofar',
  'lang',
  'going',
  'hospital_other',
  'constructor',
];

/** Pages that every answering form has beside those of its questions. */
export const RESERVED_PAGES: readonly string[] = [
  'information',
  'check',
  'receipt',
  'later',
  'submit',
  'language',
  'withdraw',
  'withdrawn',
  'begun',
  'also',
  'compare',
  'hand-over',
  'handed-over',
];

/** Key of the question that says for which hospital a form speaks; every questionnaire has it. */
export const HOSPITAL_VARIABLE = 'hospital';
