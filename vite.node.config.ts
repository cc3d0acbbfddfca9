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
/** What `src/words` stands on goes into the bundle, as it does in the window's: these are packages for development, which customers have none of. */
const INSIDE = [
  '@lingui/core',
  '@lingui/message-utils',
  '@messageformat/parser',
  '@messageformat/date-skeleton',
  'moo',
];
const builtins = [...builtinModules, ...builtinModules.map((name) => `node:${name}`)];

/** Whether something is one of these packages, or a file of one. */
function isInside(id: string): boolean {
  return INSIDE.some((name) => id === name || id.startsWith(`${name}/`));
}

/** The command line and the extraction worker: plain Node 20, ES modules, packages left outside but those that say its sentences. */
export default defineConfig(({ mode }) => ({
  define: definedFor(mode),
  ssr: { noExternal: INSIDE },
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
      external: (id) => builtins.includes(id) || (/^(?![./]|[A-Za-z]:)/.test(id) && !isInside(id)),
      output: { format: 'es', entryFileNames: '[name].js', chunkFileNames: 'cli/chunks/[name]-[hash].js' },
    },
  },
}));
