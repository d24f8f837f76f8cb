import { readFileSync } from 'node:fs';
import { createRequire } from 'node:module';

import { Validator } from '@seriousme/openapi-schema-validator';
import { Ajv } from 'ajv';
import { Package } from 'datapackage';

const require = createRequire(import.meta.url);

/** What the schemas of the OpenAPI Initiative fault in a description, whatever version it says it is; empty = nothing. */
export async function openApiFaults(described: Record<string, unknown>): Promise<readonly string[]> {
  const { valid, errors } = await new Validator({ strict: false }).validate(structuredClone(described));
  if (valid) return [];
  return typeof errors === 'string'
    ? [errors]
    : (errors ?? [{ instancePath: '', message: 'not valid' }]).map(
        ({ instancePath, message }) => `${instancePath} ${message}`,
      );
}

/** A check against the schemas that stand at geojson.org: what is faulted, by place; empty = nothing. */
export function geoJsonFaults(): (value: unknown) => readonly string[] {
  const path = require.resolve('geojson-schema/GeoJSON.json');
  const { $schema: _draft, ...schema } = JSON.parse(readFileSync(path, 'utf8')) as Record<string, unknown>;
  const validate = new Ajv({ strict: false, logger: false }).compile(schema);
  return (value) =>
    validate(value) === true
      ? []
      : (validate.errors ?? []).map(({ instancePath, message }) => `${instancePath} ${message}`);
}

/** A table as Frictionless' own reader gives it: every cell cast as its field says, null where a value is missing. */
export interface ReadTable {
  readonly name: string;
  readonly rows: readonly Readonly<Record<string, unknown>>[];
}

/**
 * Reads a data package with Frictionless' own library, which checks the description against the official profile and
 * every row against the description.
 * @param folder where `datapackage.json` lies with its files
 * @throws Error with what it faults
 */
export async function readDataPackage(folder: string): Promise<readonly ReadTable[]> {
  const described = await Package.load(`${folder}/datapackage.json`, { basePath: folder, strict: true });
  return Promise.all(
    described.resources.map(async (resource) => ({
      name: resource.name,
      rows: await resource.read({ keyed: true, cast: true }),
    })),
  );
}
