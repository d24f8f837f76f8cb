import { defineConfig } from 'vitest/config';

import { projects } from './test/vitest-projects.js';

// One worker a core: with one fewer, a machine of two cores would leave one of them idle.
export default defineConfig({ test: { projects, maxWorkers: '100%' } });
