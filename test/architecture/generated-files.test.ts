import 'reflect-metadata';

import { mkdtempSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';

import { describe, expect, it } from 'vitest';

import { generatedFiles } from '../../server/src/print-schema.js';
import { runTool, textOf } from './repository.js';

const MEND = 'run: npm run schema';

describe('the committed files that are made from the code', () => {
  it.each(['shared/schema.graphql', 'docs/data-dictionary.md', 'docs/data.md'])(
    '%s is current',
    async (path) => {
      const made = (await generatedFiles())[path];
      expect(made, `${path} is not among the generated files`).toBeTypeOf('string');
      expect(textOf(path) === made, MEND).toBe(true);
    },
  );

  it("the client's types come from the committed schema", () => {
    const folder = mkdtempSync(join(tmpdir(), 'liaison-atlas-types-'));
    const output = join(folder, 'graphql-env.d.ts');
    try {
      runTool('gql.tada', 'generate-output', '--tsconfig', 'client/tsconfig.json', '--output', output);
      expect(readFileSync(output, 'utf8') === textOf('client/src/lib/graphql-env.d.ts'), MEND).toBe(true);
    } finally {
      rmSync(folder, { recursive: true, force: true });
    }
  });
});
