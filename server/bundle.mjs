/*
 * Puts the compiled server and the libraries that are made of many small ES modules into one file: most of a start
 * was spent on finding and linking fourteen hundred of them. Libraries in CommonJS stay where they are, so that there
 * is one copy of each (of GraphQL in particular), and so does what is compiled for the machine.
 */
import { rmSync } from 'node:fs';
import { join } from 'node:path';

import { rolldown } from 'rolldown';

const INLINED =
  /^(@nestjs\/|@graphql-tools\/|@apollo\/server|@as-integrations\/|es-toolkit|csv-parse|csv-stringify|@liaison-atlas\/shared)/;
/** As deep as the folders of the modules: they find their data by relative paths. */
const folder = join(import.meta.dirname, 'dist/bundled');

rmSync(folder, { recursive: true, force: true });
const bundle = await rolldown({
  input: join(import.meta.dirname, 'dist/main.js'),
  cwd: import.meta.dirname,
  platform: 'node',
  external: (id) => !/^[./]/.test(id) && !INLINED.test(id),
  // Optional parts of Nest that are not installed are asked for when they are used, which is never.
  onLog(level, log, pass) {
    if (log.code !== 'UNRESOLVED_IMPORT') pass(level, log);
  },
});
await bundle.write({
  dir: folder,
  format: 'esm',
  entryFileNames: 'main.js',
  codeSplitting: false,
  // GraphQL types, entities and providers are known by the names of their classes.
  keepNames: true,
});
