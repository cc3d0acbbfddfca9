import type { PageText, Preview } from '../../../engine/ports/extractor.ts';
import { type Mail, type MailBody, mailFacts } from '../mail/mail.ts';
import { ownPages } from '../mail/read-mail.ts';
import { htmlWithHidden } from '../plain/html-text.ts';
import { escaped, linesHtml, pageHtml } from './preview-pages.ts';

/** Characters of a mail's body that are shown. */
const MAX_BODY = 2_000_000;

/**
 * Makes a mail a page: who wrote it to whom and when, what it says, then what came with it, page by page as it was read. Its HTML is hostile
 * until whoever shows it has sanitised it.
 */
export function previewMail(mail: Mail, pages: readonly PageText[]): Preview {
  let left = MAX_BODY;
  let truncated = false;
  const body = mail.body.map((one) => {
    const source = 'html' in one ? one.html : one.text;
    truncated ||= source.length > left;
    const shown = source.slice(0, left);
    left -= shown.length;
    return bodyHtml(one, shown);
  });
  const subject = mail.subject === undefined ? '' : `<h1>${escaped(mail.subject)}</h1>`;
  const facts = mailFacts(mail).map(
    ([name, value]) => `<strong data-mail="${name.toLowerCase()}">${name}:</strong> ${escaped(value)}`,
  );
  const files = mail.attachments.map(({ name }) => `<li>${escaped(name)}</li>`);
  const own = ownPages(mail).length;
  const after = pages.slice(own).map((page, at) => pageHtml(page, own + at + 1, true, undefined));
  const html = [
    '<section data-page="1">',
    subject,
    facts.length === 0 ? '' : `<p>${facts.join('<br>')}</p>`,
    '<hr>',
    ...body,
    files.length === 0 ? '' : `<hr><ul>${files.join('')}</ul>`,
    '</section>',
    // A long mail is one piece here; its further pages are where it ends.
    ...Array.from({ length: Math.max(0, own - 1) }, (_, at) => `<span data-page="${at + 2}"></span>`),
    ...after,
  ];
  const labels = [
    ...Array.from({ length: Math.max(1, own) }, () => ''),
    ...pages.slice(own).map(({ label }) => label),
  ];
  return { preview: 'html', html: html.join(''), truncated, labels };
}

function bodyHtml(body: MailBody, source: string): string {
  return 'html' in body ? `<div>${htmlWithHidden(source)}</div>` : linesHtml(source.replaceAll('\r', ''));
}
