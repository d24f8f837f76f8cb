import type { RoundKind } from '../../fieldwork/round.js';
import { fileNamePart } from '../file-name.js';

/** Where the rows of a file come from. */
export type ExportBasis =
  { readonly from: 'release' | 'freeze'; readonly number: number } | { readonly from: 'live' };

/**
 * Name of a file of exported data: which round, from what, and what it holds. A synthetic round's starts with SYNTHETIC, so
 * that the word is still there when the file has left.
 * @example 'SYNTHETIC_liaison-atlas_demo-2026_freeze-1_forms.csv'
 */
export const exportFileName = (
  round: { readonly id: string; readonly kind: RoundKind },
  basis: ExportBasis,
  file: string,
): string => {
  const [subject = '', ...extension] = file.split('.');
  const mark = round.kind === 'synthetic' ? 'SYNTHETIC_' : '';
  const from = basis.from === 'live' ? 'live' : `${basis.from}-${basis.number}`;
  return `${mark}liaison-atlas_${fileNamePart(round.id)}_${from}_${fileNamePart(subject)}.${extension.map(fileNamePart).join('.')}`;
};

/** The syntax files beside a CSV file, by their endings. */
export const SYNTAX_ENDINGS = ['sps', 'do', 'R'] as const;
export type SyntaxEnding = (typeof SYNTAX_ENDINGS)[number];

/** What a file of an export holds, for lists of files, the README and the screen; by the word before the first dot. */
export const EXPORT_HOLDS: Readonly<Record<string, string>> = {
  'forms.csv': 'One row a form that counts, one column a question',
  'forms.sps': 'Reads the forms into SPSS or PSPP, with labels and missing values',
  'forms.do': 'Reads the forms into Stata, with labels and missing values',
  'forms.R': 'Reads the forms into R, with labels and missing values',
  'hospitals.csv': 'One row a hospital of the frame',
  'hospitals.sps': 'Reads the hospitals into SPSS or PSPP, with labels and missing values',
  'hospitals.do': 'Reads the hospitals into Stata, with labels and missing values',
  'hospitals.R': 'Reads the hospitals into R, with labels and missing values',
  'hospitals.xlsx': 'The hospitals and the codebook as a workbook',
  'hospitals.geojson': 'One point a hospital, for maps',
  'data.xlsx': 'Hospitals, codebook and, up to 5,000 of them, the forms as a workbook',
  'long.csv': 'The same, one value a row',
  'codebook.csv': 'What every column and code means',
  'summary.json': 'The figures: frame, forms, indicators, scores',
  'datapackage.json': 'Describes the CSV files for programs (Frictionless)',
  'ddi.xml': 'Describes the study and its variables for archives (DDI-Codebook 2.5)',
  'questionnaire.xlsx': 'The questionnaire as an XLSForm',
  'questionnaire.fhir.json': 'The questionnaire as a FHIR R4 Questionnaire',
  'export.zip': 'All of these in one file, with a README and checksums',
  'README.txt': 'This text',
  'checksums.txt': 'SHA-256 of every file',
};
