import type { MarkedText as Parts } from '../../contract/common.ts';
import { DocumentText } from './document-text.tsx';

/** A text whose matching parts are marked, and what its document strikes struck. It stays text, whatever it holds. */
export function MarkedText({ parts }: { readonly parts: Parts }) {
  return parts.map((part, index) =>
    part.marked ? (
      // biome-ignore lint/suspicious/noArrayIndexKey: the parts have no identity beyond their place
      <mark key={index}>
        <DocumentText text={part.text} />
      </mark>
    ) : (
      // biome-ignore lint/suspicious/noArrayIndexKey: as above
      <DocumentText key={index} text={part.text} />
    ),
  );
}
