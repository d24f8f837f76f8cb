import { expect, it } from 'vitest';

import { kindOfFile } from './send-questionnaire.js';
import { toPlace } from './to-place.js';

const PROBLEM = { code: 'X', field: '', message: 'm', mend: 'n' };

it.each([
  [{ ...PROBLEM, sheet: 'survey', row: 4, column: 'type' }, 'survey, line 4, column type'],
  [{ ...PROBLEM, sheet: 'choices', row: 0, column: '' }, 'choices'],
  [{ ...PROBLEM, field: 'item[2].type' }, 'item[2].type'],
  [PROBLEM, 'the whole file'],
])('%j stands in %s', (problem, place) => expect(toPlace(problem)).toBe(place));

it('knows a file by its ending, in small letters or capitals', () => {
  expect(kindOfFile('Survey.XLSX')?.path).toBe('xlsform.xlsx');
  expect(kindOfFile('q.fhir.json')?.path).toBe('questionnaire.fhir.json');
  expect(kindOfFile('survey.xls')).toBeNull();
});
