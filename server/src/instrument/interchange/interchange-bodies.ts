import type { NestFastifyApplication } from '@nestjs/platform-fastify';

import { DomainError } from '../../platform/domain-error.js';
import { WORKBOOK_LIMITS } from './check-workbook.js';
import { XLSX } from './workbook.js';

/** Largest Questionnaire as JSON text: a hundred questions in two languages have about 400 KB. */
const FHIR_LIMIT = 1024 * 1024;

/** Lets requests bring workbooks and FHIR resources; a larger one is refused by its length, before it is read. */
export function acceptInterchangeBodies(app: NestFastifyApplication): void {
  app.useBodyParser(XLSX, { bodyLimit: WORKBOOK_LIMITS.packed }, (_request, body, done) => done(null, body));
  app.useBodyParser('application/fhir+json', { bodyLimit: FHIR_LIMIT }, (_request, body, done) => {
    try {
      done(null, JSON.parse(body.toString('utf8')));
    } catch {
      done(
        new DomainError('BAD_INPUT', 'The resource is no JSON.', 'body', 'Send the Questionnaire as JSON.'),
      );
    }
  });
}
