import { decimalSign } from '../../../shared/decimal-sign.ts';

/** Language and region of a language tag: with these alone a tag is well-formed, whoever wrote it. */
const TAG = /^([a-z]{2,3})(?:-[a-z]{4})?(?:-([a-z]{2}|\d{3}))?(?:-|$)/iu;
/** Asking takes as long as reading a page. */
const known = new Map<string, string | undefined>();
const MOST_KNOWN = 500;

/** What parts decimals in texts of a language (BCP 47); undefined where that is not known. */
export function decimalOf(language: string | undefined): string | undefined {
  const [, name, region] = TAG.exec(language ?? '') ?? [];
  if (name === undefined) return undefined;
  const tag = region === undefined ? name : `${name}-${region}`;
  if (known.has(tag)) return known.get(tag);
  const decimal = Intl.NumberFormat.supportedLocalesOf(tag).length === 0 ? undefined : decimalSign(tag);
  if (known.size >= MOST_KNOWN) known.clear();
  known.set(tag, decimal);
  return decimal;
}
