import { formatNumber } from './format.ts';

const rules = new Intl.PluralRules('en');

/** `1 asset`, `214 assets`; the plural form may be given where it is not just an s. */
export function plural(count: number, one: string, many = `${one}s`): string {
  return `${formatNumber(count)} ${rules.select(count) === 'one' ? one : many}`;
}

/** A word as it begins a line: `Slide`. */
export function capitalised(word: string): string {
  return `${word.charAt(0).toUpperCase()}${word.slice(1)}`;
}
