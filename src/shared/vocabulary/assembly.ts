import type { DocumentKind } from './assets.ts';

/** Pages and documents that lie in the tray at most. */
export const MOST_TRAY_ITEMS = 500;
/** Pages of one PDF that is made. */
export const MOST_ASSEMBLED_PAGES = 2_000;

/**
 * Kinds of documents whose pages can be in a PDF: copied, or drawn as they are. A sheet or a running text has no pages: what is drawn of them in
 * small is not all of it.
 */
export const ASSEMBLED_KINDS: ReadonlySet<DocumentKind> = new Set<DocumentKind>([
  'pdf',
  'pptx',
  'docx',
  'image',
]);
