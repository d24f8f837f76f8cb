import type { OpenReleaseFile } from './open-release-files.js';

/** The two pages of an area, for people; `json` for programs that put them into a form of their own. */
export const OPEN_BRIEFINGS: readonly OpenReleaseFile[] = [
  {
    name: 'briefing.html',
    operation: 'getBriefing',
    holds: 'Briefing on an area: two A4 pages from one release and what the address says',
    mediaType: 'text/html',
  },
  {
    name: 'briefing.pdf',
    operation: 'getBriefingPdf',
    holds: 'The same as a tagged PDF',
    mediaType: 'application/pdf',
  },
  {
    name: 'briefing.docx',
    operation: 'getBriefingDocument',
    holds: 'The same as a Word document',
    mediaType: 'application/vnd.openxmlformats-officedocument.wordprocessingml.document',
  },
  {
    name: 'briefing.json',
    operation: 'getBriefingParts',
    holds: 'The same in parts: headings, lines, tables, pictures',
    mediaType: 'application/json',
  },
];

/** Logic model and benefits plan; everything in them stands in the address. */
export const OPEN_BUSINESS_CASES: readonly OpenReleaseFile[] = [
  {
    name: 'business-case.html',
    operation: 'getBusinessCase',
    holds: 'Logic model and benefits plan from what the address says',
    mediaType: 'text/html',
  },
  {
    name: 'business-case.docx',
    operation: 'getBusinessCaseDocument',
    holds: 'The same as a Word document',
    mediaType: 'application/vnd.openxmlformats-officedocument.wordprocessingml.document',
  },
  {
    name: 'business-case.json',
    operation: 'getBusinessCaseParts',
    holds: 'The same in parts: headings, lines, tables',
    mediaType: 'application/json',
  },
];
