import { cp } from 'node:fs/promises';
import { join } from 'node:path';
import type { Plugin } from 'vite';

/** What pdf.js loads by address at run time; copied beside the page so that it finds them without a network. */
const folders = ['cmaps', 'standard_fonts', 'wasm', 'iccs'];
/** The icons of notes in a document, among the pictures of a toolbar that Kitbag does not have. */
const annotationIcon = /annotation-[a-z]+\.svg$/;

/** Copies pdf.js's character maps, fonts, decoders and colour profiles into `pdfjs/` of the page's build. */
export function pdfjsAssets(root: string): Plugin {
  return {
    name: 'kitbag:pdfjs-assets',
    apply: 'build',
    async writeBundle(options) {
      if (options.dir === undefined) return;
      for (const folder of folders) {
        const from = join(root, 'node_modules', 'pdfjs-dist', folder);
        await cp(from, join(options.dir, 'pdfjs', folder), { recursive: true });
      }
      const images = join(root, 'node_modules', 'pdfjs-dist', 'legacy', 'web', 'images');
      await cp(images, join(options.dir, 'pdfjs', 'images'), {
        recursive: true,
        filter: (source) => source === images || annotationIcon.test(source),
      });
    },
  };
}
