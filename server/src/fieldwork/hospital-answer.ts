import type { Answers } from '@liaison-atlas/shared/instrument/answer-value';
import { OTHER_HOSPITAL_PREFIX } from '@liaison-atlas/shared/instrument/validate-answer';
import type { Problem } from '@liaison-atlas/shared/kernel/problem';

/** Knows the hospitals of the reference tables. */
interface Hospitals {
  findHospital(odsCode: string): { readonly odsCode: string } | undefined;
}

const given = (answers: Answers): string => {
  const answer = answers['hospital'];
  return answer !== undefined && 'given' in answer && typeof answer.given === 'string' ? answer.given : '';
};

/** A problem when the chosen code is of no hospital we know; names typed as "not listed" wait for a person. */
export function checkHospital(answers: Answers, hospitals: Hospitals): Problem | null {
  const code = given(answers);
  if (code === '' || code.startsWith(OTHER_HOSPITAL_PREFIX)) return null;
  // A later code of the same hospital is not taken: one hospital, one code in every answer.
  if (hospitals.findHospital(code)?.odsCode === code) return null;
  return {
    code: 'UNKNOWN_HOSPITAL',
    field: 'hospital',
    message: `There is no acute hospital with the code ${code} in the list.`,
    mend: 'Choose a hospital from the list, or write its name as a hospital that is not listed.',
  };
}

/** The two columns of a response that say which hospital it is about. */
export function hospitalColumns(answers: Answers): {
  readonly odsCode: string;
  readonly siteTextRaw: string;
} {
  const value = given(answers);
  return value.startsWith(OTHER_HOSPITAL_PREFIX)
    ? { odsCode: '', siteTextRaw: value.slice(OTHER_HOSPITAL_PREFIX.length) }
    : { odsCode: value, siteTextRaw: '' };
}
