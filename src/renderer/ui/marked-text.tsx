import type { MarkedText as Parts } from '../../contract/common.ts';

/** A text whose matching parts are marked. It stays text, whatever it holds. */
export function MarkedText({ parts }: { readonly parts: Parts }) {
  return parts.map((part, index) =>
    // biome-ignore lint/suspicious/noArrayIndexKey: the parts have no identity beyond their place
    part.marked ? <mark key={index}>{part.text}</mark> : part.text,
  );
}
