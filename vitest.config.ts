import { defineConfig } from 'vitest/config';

import { projects } from './test/vitest-projects.js';

export default defineConfig({ test: { projects } });
