import { address, inPath, inQuery } from './make-open-address.js';
import type { OpenAddress } from './open-address.js';
import type { OpenReleaseFile } from './open-release-files.js';

/** The two pages of an area, for people; `json` for programs that put them into a form of their own. */
const OPEN_BRIEFINGS: readonly OpenReleaseFile[] = [
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
const OPEN_BUSINESS_CASES: readonly OpenReleaseFile[] = [
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

/** Both, for the list of open addresses. */
export const BRIEFING_ADDRESSES: readonly OpenAddress[] = [
  ...OPEN_BRIEFINGS.map(({ name, operation, holds, mediaType }) =>
    address('places', operation, `/open/v1/areas/{code}/${name}`, holds, {
      parameters: [
        inPath('code', 'Code of an area, from /open/v1/areas, or of a trust; england = England'),
        inQuery('round', 'A released round; without it the newest of real answers'),
        inQuery('release', 'Number of a release; without it the newest that stands'),
        inQuery('from', 'A postcode, its first half, or a hospital: distances are measured from it'),
        inQuery('p', 'People who live in the area; every other input of /estimate/need has its name too'),
        inQuery('s.W6', 'Counts for a standard, such as 66/90; every code of /standards has its name too'),
      ],
      mediaType,
      example: `/open/v1/areas/QOP/${name}?round=2017-18`,
    }),
  ),
  ...OPEN_BUSINESS_CASES.map(({ name, operation, holds, mediaType }) =>
    address('places', operation, `/open/v1/${name}`, holds, {
      parameters: [
        inQuery('need.p', 'People who live in the area; every input of /estimate has its name too'),
        inQuery('strategy1', 'y = it serves the first strategy of /business-case; so do the others'),
        inQuery(
          'lm.inputs',
          'Inputs of the logic model, a line each; the other columns have their names too',
        ),
      ],
      mediaType,
      example: `/open/v1/${name}?need.p=500000`,
    }),
  ),
];
