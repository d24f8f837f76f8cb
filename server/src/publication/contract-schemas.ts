import { readdirSync, readFileSync } from 'node:fs';
import { resolve } from 'node:path';

import type { ContractSchemas } from '@liaison-atlas/shared/publication/open-api';

/** As deep below `server` as the bundle, so that both find the contract by the same way. */
const FOLDER = resolve(import.meta.dirname, '../../../shared/contracts/open-v1');
const ENDING = '.schema.json';

let schemas: ContractSchemas | undefined;

/** The JSON schemas of the open data by name. Read once, when the description of the interface is first asked for. */
export function contractSchemas(): ContractSchemas {
  schemas ??= Object.fromEntries(
    readdirSync(FOLDER)
      .filter((file) => file.endsWith(ENDING))
      .sort()
      .map((file) => [
        file.slice(0, -ENDING.length),
        JSON.parse(readFileSync(resolve(FOLDER, file), 'utf8')) as Record<string, unknown>,
      ]),
  );
  return schemas;
}
