import type { NestFastifyApplication } from '@nestjs/platform-fastify';

import { WORKBOOK_LIMITS } from './check-workbook.js';
import { XLSX } from './workbook.js';

/** Media type of FHIR resources. */
export const FHIR_JSON = 'application/fhir+json';

/** Largest Questionnaire as JSON text: a hundred questions in two languages have about 400 KB. */
const FHIR_LIMIT = 1024 * 1024;

/**
 * Lets requests bring workbooks and FHIR resources; a larger one is refused by its length, before it is read. The bytes
 * are handed on as they came: nobody without permission makes the product read them.
 */
export function acceptInterchangeBodies(app: NestFastifyApplication): void {
  app.useBodyParser(XLSX, { bodyLimit: WORKBOOK_LIMITS.packed }, (_request, body, done) => done(null, body));
  app.useBodyParser(FHIR_JSON, { bodyLimit: FHIR_LIMIT }, (_request, body, done) => done(null, body));
}
