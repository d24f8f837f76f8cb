import { EXPORT_HOLDS } from './exports/export-names.js';

/** A file that comes with a release, beside its figures. */
export interface OpenReleaseFile {
  readonly name: string;
  /** Name of the operation for programs; never changes. */
  readonly operation: string;
  readonly holds: string;
  readonly mediaType: string;
}

const file = (name: string, operation: string, mediaType: string): OpenReleaseFile => ({
  name,
  operation,
  holds: EXPORT_HOLDS[name] ?? '',
  mediaType,
});

const WORKBOOK = 'application/vnd.openxmlformats-officedocument.spreadsheetml.sheet';

/** The files that are made from a release for other programs: tables, their descriptions, the questionnaire, all in one. */
export const OPEN_EXPORTS: readonly OpenReleaseFile[] = [
  file('long.csv', 'getLongTable', 'text/csv'),
  file('codebook.csv', 'getCodebook', 'text/csv'),
  file('hospitals.xlsx', 'getHospitalsWorkbook', WORKBOOK),
  file('hospitals.sps', 'getSpssSyntax', 'text/plain'),
  file('hospitals.do', 'getStataSyntax', 'text/plain'),
  file('hospitals.R', 'getRSyntax', 'text/plain'),
  file('questionnaire.xlsx', 'getXlsForm', WORKBOOK),
  file('questionnaire.fhir.json', 'getFhirQuestionnaire', 'application/fhir+json'),
  file('datapackage.json', 'getDataPackage', 'application/json'),
  file('ddi.xml', 'getDdi', 'application/xml'),
  file('export.zip', 'getEverything', 'application/zip'),
];

/** The report that went out with a release, for people. */
export const OPEN_REPORTS: readonly OpenReleaseFile[] = [
  {
    name: 'report.html',
    operation: 'getReport',
    holds: 'The report that went out with the release',
    mediaType: 'text/html',
  },
  {
    name: 'report.docx',
    operation: 'getReportDocument',
    holds: 'The same as a Word document',
    mediaType: 'application/vnd.openxmlformats-officedocument.wordprocessingml.document',
  },
  {
    name: 'report.pdf',
    operation: 'getReportPdf',
    holds: 'The same as a tagged PDF',
    mediaType: 'application/pdf',
  },
];
