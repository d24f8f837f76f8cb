import react from '@vitejs/plugin-react';
import { defaultClientConditions, defineConfig } from 'vite';

import { persistedOperations } from './scripts/persisted-operations.mjs';

const server = 'http://127.0.0.1:3000';

/** Builds the single-page application. The answering pages have their own two configurations. */
export default defineConfig({
  root: import.meta.dirname,
  base: '/',
  publicDir: 'public',
  plugins: [persistedOperations(import.meta.dirname), react()],
  resolve: { conditions: ['@liaison-atlas/source', ...defaultClientConditions] },
  css: { preprocessorOptions: { scss: { quietDeps: true } } },
  build: {
    outDir: 'dist/app',
    emptyOutDir: true,
    assetsDir: 'assets',
    // No data: addresses in style sheets: the page's security policy allows images of this origin only.
    assetsInlineLimit: 0,
    modulePreload: { polyfill: false },
    target: 'es2022',
  },
  server: {
    port: 5173,
    proxy: Object.fromEntries(
      ['/graphql', '/open', '/respond', '/manage/v1', '/health'].map((path) => [path, { target: server }]),
    ),
  },
});
