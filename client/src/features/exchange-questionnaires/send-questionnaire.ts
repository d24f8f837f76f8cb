import type { Problem } from '@liaison-atlas/shared/kernel/problem';

/** One thing that an import found, with where it stands as far as the file has places. */
export interface FoundProblem extends Problem {
  readonly sheet?: string;
  readonly row?: number;
  readonly column?: string;
}

/** What a file would make, or has made. */
export interface QuestionnaireReport {
  readonly accepted: boolean;
  readonly stored: boolean;
  /** '' = no draft was made. */
  readonly draftId: string;
  readonly key: string;
  readonly title: string;
  readonly pages: number;
  readonly questions: number;
  readonly problems: readonly FoundProblem[];
  readonly notices: readonly FoundProblem[];
}

/** The report, or why the file as a whole was refused. */
export type QuestionnaireAnswer = { readonly report: QuestionnaireReport } | { readonly problem: Problem };

const XLSX = 'application/vnd.openxmlformats-officedocument.spreadsheetml.sheet';

/** Where a file of this name goes and as what; null = it is neither kind. */
export function kindOfFile(name: string): { readonly path: string; readonly type: string } | null {
  const lower = name.toLowerCase();
  if (lower.endsWith('.xlsx')) return { path: 'xlsform.xlsx', type: XLSX };
  if (lower.endsWith('.json')) return { path: 'questionnaire.fhir.json', type: 'application/fhir+json' };
  return null;
}

const WRONG_KIND: Problem = {
  code: 'WRONG_KIND_OF_FILE',
  field: 'file',
  message: 'This is neither an XLSForm nor a FHIR Questionnaire.',
  mend: 'Choose a workbook that ends in .xlsx, or a JSON file that ends in .json.',
};
const LOST: Problem = {
  code: 'NO_CONNECTION',
  field: '',
  message: 'The server could not be reached.',
  mend: 'Check the network connection, then look at the list of drafts before you try again.',
};

/** Sends a file to be rehearsed, or to be made a draft. It is read on the server; the browser only passes it on. */
export async function sendQuestionnaire(file: File, dryRun: boolean): Promise<QuestionnaireAnswer> {
  const kind = kindOfFile(file.name);
  if (kind === null) return { problem: WRONG_KIND };
  try {
    const answer = await fetch(`/manage/v1/instruments/import/${kind.path}?dryRun=${dryRun}`, {
      method: 'POST',
      credentials: 'same-origin',
      headers: { 'content-type': kind.type },
      body: file,
    });
    const body: unknown = await answer.json();
    // A refused draft comes with its report too (422).
    if (typeof body === 'object' && body !== null && 'accepted' in body)
      return { report: body as QuestionnaireReport };
    return { problem: body as Problem };
  } catch {
    return { problem: LOST };
  }
}
