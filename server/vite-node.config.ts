import { join } from 'node:path';

import { defineConfig } from 'vite';

/** Runs the sources as they are: `@liaison-atlas/shared/…` is its source, not its build. */
export default defineConfig({
  root: import.meta.dirname,
  resolve: {
    alias: [
      {
        find: /^@liaison-atlas\/shared\/(.*)$/,
        replacement: join(import.meta.dirname, '../shared/src/$1.ts'),
      },
    ],
  },
});
