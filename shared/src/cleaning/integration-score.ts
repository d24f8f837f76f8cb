import type { Form } from '../fieldwork/response.js';
import type { HospitalRecord } from './analysis-dataset.js';

/** The 0 to 100 score a form gives, or why there is none. 0 is a score; a missing score is never 0. */
export function integrationScore(form: Form): HospitalRecord['score'] {
  const value = form.answers['integration'];
  if (value === undefined) return { missing: 'not_asked' };
  if ('given' in value)
    return typeof value.given === 'number' ? { given: value.given } : { missing: 'skipped' };
  if (value.missing === 'not_asked' || value.missing === 'dont_know') return { missing: value.missing };
  return { missing: value.missing === 'not_applicable' ? 'not_asked' : 'skipped' };
}
