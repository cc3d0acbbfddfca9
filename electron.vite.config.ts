import { join } from 'node:path';
import { lingui } from '@lingui/vite-plugin';
import react from '@vitejs/plugin-react';
import { defineConfig } from 'electron-vite';
import { definedFor, hasSourceMaps, outOf } from './scripts/build/build-kind.ts';
import { pdfjsAssets } from './scripts/build/pdfjs-assets.ts';

const root = import.meta.dirname;

/**
 * Main and engine process as ES modules with their packages left outside, a sandboxed preload as one CommonJS file,
 * and the page with everything inside, so that it never reaches for the network. The command line and the extraction
 * worker, which Electron does not start, are built by `vite.node.config.ts`.
 */
export default defineConfig(({ mode }) => ({
  main: {
    define: definedFor(mode),
    build: {
      outDir: join(outOf(root, mode), 'main'),
      target: 'node20',
      sourcemap: hasSourceMaps(mode),
      rollupOptions: {
        input: {
          index: join(root, 'src/main/index.ts'),
          'engine-process': join(root, 'src/main/engine-process.ts'),
        },
        output: { format: 'es', entryFileNames: '[name].js', chunkFileNames: 'chunks/[name]-[hash].js' },
      },
    },
  },
  preload: {
    build: {
      outDir: join(outOf(root, mode), 'preload'),
      target: 'node20',
      externalizeDeps: false,
      rollupOptions: {
        input: { index: join(root, 'src/preload/index.ts') },
        output: { format: 'cjs', entryFileNames: '[name].cjs' },
      },
    },
  },
  renderer: {
    root: join(root, 'src/renderer'),
    plugins: [lingui({ macroTransform: true, failOnCompileError: true }), react(), pdfjsAssets(root)],
    build: {
      outDir: join(outOf(root, mode), 'renderer'),
      target: 'chrome130',
      sourcemap: hasSourceMaps(mode),
      // Fonts and pictures stay files: the page's policy has no use for large data: URLs.
      assetsInlineLimit: 2048,
      chunkSizeWarningLimit: 4000,
      rollupOptions: { input: join(root, 'src/renderer/index.html') },
    },
  },
}));
