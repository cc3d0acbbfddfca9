import type { PageText, Preview } from '../../../engine/ports/extractor.ts';
import type { Reading } from '../reading/reading.ts';

/** Characters of text that are shown. */
const MAX_TEXT = 2_000_000;

/** Makes what was read of a document a page of HTML: its pages one after the other, lines parted by tabs as tables. */
export function previewPages({ pages, title }: Reading): Preview {
  const shown: string[] = [];
  let length = 0;
  for (const [at, page] of pages.entries()) {
    length += page.text.length + (page.hiddenText?.length ?? 0);
    if (length > MAX_TEXT && at > 0) break;
    shown.push(pageHtml(page, at + 1, pages.length > 1, title));
  }
  return { preview: 'html', html: shown.join(''), truncated: shown.length < pages.length };
}

/** A page's text as a part of HTML. `title`: the document's, which its pages need not say again. */
export function pageHtml(
  page: PageText,
  number: number,
  isOneOfMany: boolean,
  title: string | undefined,
): string {
  const { label, text, hiddenText, hidden } = page;
  // A label that the text begins with, or that only counts, says nothing more.
  const says = isOneOfMany && !/^\d+$/.test(label) && label !== title && !text.startsWith(label);
  const heading = says ? `<h2>${escaped(label)}</h2>` : '';
  const apart = hiddenText === undefined ? '' : `<div data-hidden="true">${linesHtml(hiddenText)}</div>`;
  const mark = hidden ? ' data-hidden="true"' : '';
  return `<section data-page="${number}"${mark}>${heading}${linesHtml(text.slice(0, MAX_TEXT))}${apart}</section>`;
}

/** Lines as paragraphs; those with tabs in them as rows of a table. */
export function linesHtml(text: string): string {
  const out: string[] = [];
  let rows: string[] = [];
  const endTable = () => {
    if (rows.length > 0) out.push(`<table>${rows.join('')}</table>`);
    rows = [];
  };
  for (const line of text.split('\n')) {
    if (line.trim().includes('\t')) {
      // In some formats a cell ends with a tab.
      const cells = line
        .replace(/\t$/, '')
        .split('\t')
        .map((cell) => `<td>${escaped(cell)}</td>`);
      rows.push(`<tr>${cells.join('')}</tr>`);
    } else {
      endTable();
      if (line.trim() !== '') out.push(`<p>${escaped(line)}</p>`);
    }
  }
  endTable();
  return out.join('');
}

/** Text as HTML shows it. */
export function escaped(text: string): string {
  return text
    .replaceAll('&', '&amp;')
    .replaceAll('<', '&lt;')
    .replaceAll('>', '&gt;')
    .replaceAll('"', '&quot;');
}
