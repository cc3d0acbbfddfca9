import { struckParts } from '../../shared/struck.ts';

/** A text of a document: what the document strikes is struck. It stays text, whatever it holds. */
export function DocumentText({ text }: { readonly text: string }) {
  const parts = struckParts(text);
  return parts.map((part, index) =>
    // biome-ignore lint/suspicious/noArrayIndexKey: the parts have no identity beyond their place
    part.struck ? <s key={index}>{part.text}</s> : part.text,
  );
}
