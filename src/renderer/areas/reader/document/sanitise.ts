import { t } from '@lingui/core/macro';
import DOMPurify, { type Config } from 'dompurify';

/** Makes harmless what a document brings as HTML: no scripts, styles, forms, frames, names or addresses of elsewhere. */

const tags = [
  ...['h1', 'h2', 'h3', 'h4', 'h5', 'h6', 'p', 'div', 'span', 'br', 'hr', 'blockquote', 'pre', 'code'],
  ...['ul', 'ol', 'li', 'dl', 'dt', 'dd', 'table', 'caption', 'thead', 'tbody', 'tfoot', 'tr', 'td', 'th'],
  ...['a', 'img', 'b', 'strong', 'i', 'em', 'u', 's', 'del', 'ins', 'sub', 'sup', 'small', 'mark', 'kbd'],
  ...[
    'figure',
    'figcaption',
    'section',
    'article',
    'header',
    'footer',
    'main',
    'aside',
    'details',
    'summary',
  ],
];

const config: Config = {
  ALLOWED_TAGS: tags,
  ALLOWED_ATTR: [
    'href',
    'src',
    'alt',
    'title',
    'colspan',
    'rowspan',
    'start',
    'dir',
    'lang',
    'data-page',
    'data-hidden',
    'data-mail',
  ],
  ALLOW_DATA_ATTR: false,
  ALLOW_ARIA_ATTR: false,
  KEEP_CONTENT: true,
  RETURN_DOM_FRAGMENT: true,
};

/** What stands before the facts of a mail, in the person's language. */
const mailFacts: ReadonlyMap<string, string> = new Map([
  ['from', t({ message: 'From:', context: 'mail' })],
  ['to', t({ message: 'To:', context: 'mail' })],
  ['cc', t({ message: 'Cc:', context: 'mail' })],
  ['date', t({ message: 'Date:', context: 'mail' })],
]);

const embedded = /^data:image\/(?:png|jpeg|gif|webp);base64,/i;
const outward = /^(?:https?:|mailto:)/i;

function standInFor(image: Element, ownerDocument: Document): Element {
  const place = ownerDocument.createElement('span');
  const alt = image.getAttribute('alt')?.trim() ?? '';
  place.className = 'kitbag-absent-picture';
  place.textContent = alt === '' ? t`Picture not shown` : t`Picture: ${alt}`;
  return place;
}

/** The document's HTML as nodes that can be put on the page. Pictures from elsewhere are replaced by their description. */
export function sanitise(html: string): DocumentFragment {
  const fragment = DOMPurify.sanitize(html, { ...config, RETURN_DOM_FRAGMENT: true });
  for (const image of fragment.querySelectorAll('img')) {
    if (!embedded.test(image.getAttribute('src') ?? '')) {
      image.replaceWith(standInFor(image, fragment.ownerDocument));
    } else if (!image.hasAttribute('alt')) image.setAttribute('alt', '');
  }
  for (const element of fragment.querySelectorAll('[src]:not(img)')) element.removeAttribute('src');
  for (const link of fragment.querySelectorAll('a')) {
    const address = link.getAttribute('href') ?? '';
    if (!outward.test(address)) link.removeAttribute('href');
  }
  // Above what a mail says itself, within a page of its own: nothing in its body stands there.
  for (const fact of fragment.querySelectorAll('section > p > strong[data-mail]')) {
    const name = mailFacts.get(fact.getAttribute('data-mail') ?? '');
    if (name !== undefined) fact.textContent = name;
  }
  for (const element of fragment.querySelectorAll('[href]:not(a)')) element.removeAttribute('href');
  return fragment;
}
