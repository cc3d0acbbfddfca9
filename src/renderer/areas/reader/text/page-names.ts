import { t } from '@lingui/core/macro';

/** What the list calls a document's pages. '' stands for a page of a mail itself; the others of it are what came with it. */
export function pageNames(labels: readonly string[]): readonly string[] {
  if (!labels.includes('')) return labels;
  const own = labels.filter((label) => label === '').length;
  let page = 0;
  return labels.map((label) => {
    if (label !== '') return t`Attachment: ${label}`;
    page += 1;
    return own === 1 ? t`Message` : t`Message, page ${page}`;
  });
}
