import { defaultClientConditions, defineConfig } from 'vite';

/**
 * Builds the answering pages' style sheet and small script into `dist/respond`, with a manifest that names them.
 * The pages' HTML itself comes from the other build, `vite.respond-ssr.config.ts`.
 */
export default defineConfig({
  root: import.meta.dirname,
  base: '/respond-assets/',
  publicDir: false,
  resolve: { conditions: ['@liaison-atlas/source', ...defaultClientConditions] },
  css: { preprocessorOptions: { scss: { quietDeps: true } } },
  build: {
    outDir: 'dist/respond',
    emptyOutDir: true,
    assetsDir: '.',
    assetsInlineLimit: 0,
    manifest: 'manifest.json',
    modulePreload: false,
    // Hospital computers run browsers that are years old; what a browser does not know it must not choke on.
    target: ['es2019', 'chrome80', 'firefox78', 'safari13'],
    rolldownOptions: { input: ['src/respond/enhance.ts', 'src/respond/respond.scss'] },
  },
});
