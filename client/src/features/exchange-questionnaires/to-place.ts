import type { FoundProblem } from './send-questionnaire.js';

/** Where a problem stands: "survey, line 4, column type"; for a resource the path of the element; else the whole file. */
export function toPlace({ sheet, row, column, field }: FoundProblem): string {
  if (sheet !== undefined && sheet !== '')
    return [sheet, row ? `line ${row}` : '', column ? `column ${column}` : '']
      .filter((part) => part !== '')
      .join(', ');
  return field === '' ? 'the whole file' : field;
}
