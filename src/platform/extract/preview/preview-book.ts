import type { Preview } from '../../../engine/ports/extractor.ts';
import { epubChapters } from '../book/read-epub.ts';
import type { OfficePackage } from '../package/office-package.ts';
import { htmlWithHidden } from '../plain/html-text.ts';

/** Characters of HTML that are shown. */
const MAX_HTML = 4_000_000;

/** Makes a book one page of its chapters. What they bring is hostile until whoever shows it has sanitised it. */
export function previewBook(office: OfficePackage): Preview {
  const shown: string[] = [];
  const labels: string[] = [];
  let left = MAX_HTML;
  for (const { html, label } of epubChapters(office)) {
    left -= html.length;
    if (left < 0 && shown.length > 0)
      return { preview: 'html', html: shown.join(''), truncated: true, labels };
    labels.push(label);
    shown.push(`<section data-page="${shown.length + 1}">${bodyOf(htmlWithHidden(html))}</section>`);
  }
  return { preview: 'html', html: shown.join(''), truncated: false, labels };
}

/** What stands in the body: a title in a head would be shown as text. */
function bodyOf(html: string): string {
  const start = /<body[\s>]/i.exec(html);
  const end = html.toLowerCase().lastIndexOf('</body');
  const open = start ? html.indexOf('>', start.index) + 1 : 0;
  return html.slice(open, end > open ? end : html.length);
}
