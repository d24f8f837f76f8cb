import { defineConfig } from 'vitest/config';

import { projects } from './test/vitest-projects.js';

// One worker a core: with one fewer, a machine of two cores would leave one of them idle. What is ended last are servers.
export default defineConfig({ test: { projects, maxWorkers: '100%', teardownTimeout: 60_000 } });
