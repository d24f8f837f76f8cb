import { join } from 'node:path';

import type { TestProjectConfiguration } from 'vitest/config';

/** `@liaison-atlas/shared/…` is its source, in every environment of Vitest (global setup included). */
const resolve = {
  alias: [
    {
      find: /^@liaison-atlas\/shared\/(.*)$/,
      replacement: join(import.meta.dirname, '../shared/src/$1.ts'),
    },
  ],
};

/**
 * One graph of modules a worker: loading NestJS and TypeORM anew for every file took half of the processor time. Files
 * share nothing else: each starts the product on a database of its own.
 */
const ONE_GRAPH = { isolate: false } as const;

/**
 * How long `expect.poll` tries, and a test may take: not what is usual (a second, some seconds) but when it must be taken
 * for a hang. A machine that is ten times slower has the same tests green, only later.
 */
const PATIENCE = { testTimeout: 300_000, hookTimeout: 300_000, expect: { poll: { timeout: 45_000 } } };

const unit = (name: string): TestProjectConfiguration => ({
  resolve,
  test: {
    name,
    root: '.',
    include: [`${name}/src/**/*.test.{ts,tsx}`],
    environment: 'node',
    ...ONE_GRAPH,
    // Property tests take seconds, and many times that where the processor is shared.
    ...PATIENCE,
  },
});

const integration = (engine: 'sqlite' | 'postgres'): TestProjectConfiguration => ({
  resolve,
  test: {
    name: `integration-${engine}`,
    root: '.',
    include: ['test/integration/**/*.test.ts', 'test/migrations/**/*.test.ts'],
    env: { TEST_ENGINE: engine },
    ...ONE_GRAPH,
    // A machine whose processor is taken away for seconds can miss a deadline of the product's own; a second failure is
    // a failure.
    retry: 1,
    globalSetup: ['test/support/global-setup.ts'],
    ...PATIENCE,
  },
});

/** Every kind of test by name; `test/README.md` says what each proves. */
export const projects: TestProjectConfiguration[] = [
  unit('shared'),
  unit('server'),
  unit('client'),
  {
    resolve,
    test: {
      name: 'architecture',
      root: '.',
      include: ['test/architecture/**/*.test.ts'],
      ...ONE_GRAPH,
      ...PATIENCE,
    },
  },
  integration('sqlite'),
  integration('postgres'),
  {
    resolve,
    test: {
      name: 'journeys',
      root: '.',
      include: ['test/journeys/**/*.test.ts'],
      globalSetup: ['test/support/journey-setup.ts'],
      // A busy machine can drop a page once; a second failure is a failure.
      retry: 1,
      ...PATIENCE,
      fileParallelism: false,
    },
  },
];
