import type { Preview } from '../../../engine/ports/extractor.ts';
import { type Mail, type MailBody, mailFacts } from '../mail/mail.ts';
import { escaped, linesHtml } from './preview-pages.ts';

/** Characters of a mail's body that are shown. */
const MAX_BODY = 2_000_000;

/** Makes a mail a page: who wrote it to whom and when, what it says, what came with it. Its HTML is hostile until whoever shows it has sanitised it. */
export function previewMail(mail: Mail): Preview {
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
  const facts = mailFacts(mail).map(([name, value]) => `<strong>${name}:</strong> ${escaped(value)}`);
  const files = mail.attachments.map(({ name }) => `<li>${escaped(name)}</li>`);
  const html = [
    subject,
    facts.length === 0 ? '' : `<p>${facts.join('<br>')}</p>`,
    '<hr>',
    ...body,
    files.length === 0 ? '' : `<hr><ul>${files.join('')}</ul>`,
  ];
  return { preview: 'html', html: html.join(''), truncated };
}

function bodyHtml(body: MailBody, source: string): string {
  return 'html' in body ? `<div>${source}</div>` : linesHtml(source.replaceAll('\r', ''));
}
