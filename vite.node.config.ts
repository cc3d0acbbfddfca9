import { existsSync } from 'node:fs';
import { builtinModules } from 'node:module';
import { join } from 'node:path';
import { defineConfig } from 'vite';
import { definedFor, hasSourceMaps, outOf } from './scripts/build/build-kind.ts';

const root = import.meta.dirname;
const entries = {
  'cli/index': join(root, 'src/cli/index.ts'),
  'workers/extract': join(root, 'src/platform/extract/worker.ts'),
};
const builtins = [...builtinModules, ...builtinModules.map((name) => `node:${name}`)];

/** The command line and the extraction worker: plain Node 20, ES modules, packages left outside. */
export default defineConfig(({ mode }) => ({
  define: definedFor(mode),
  ssr: { noExternal: [] },
  build: {
    ssr: true,
    outDir: outOf(root, mode),
    emptyOutDir: false,
    target: 'node20',
    sourcemap: hasSourceMaps(mode),
    minify: false,
    rollupOptions: {
      input: Object.fromEntries(Object.entries(entries).filter(([, file]) => existsSync(file))),
      // Packages stay outside: whatever is neither a relative nor an absolute path (on Windows one begins with a letter).
      external: [...builtins, /^(?![./]|[A-Za-z]:)/],
      output: { format: 'es', entryFileNames: '[name].js', chunkFileNames: 'cli/chunks/[name]-[hash].js' },
    },
  },
}));
