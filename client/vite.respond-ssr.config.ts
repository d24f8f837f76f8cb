import { defaultServerConditions, defineConfig } from 'vite';

/**
 * Builds the answering pages into one file, `dist/respond-ssr/render.js`, which the server loads. Everything is
 * bundled in and React's production build is chosen: unbundled it takes ten times as long to load.
 */
export default defineConfig({
  root: import.meta.dirname,
  publicDir: false,
  define: { 'process.env.NODE_ENV': JSON.stringify('production') },
  ssr: { noExternal: true, resolve: { conditions: ['@liaison-atlas/source', ...defaultServerConditions] } },
  build: {
    ssr: 'src/respond/render.tsx',
    outDir: 'dist/respond-ssr',
    emptyOutDir: true,
    minify: true,
    rolldownOptions: { output: { entryFileNames: 'render.js' } },
  },
});
