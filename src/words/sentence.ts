import { i18n, type MessageDescriptor } from '@lingui/core';
import './as-written.ts';

/** A message in the language that is spoken now. */
export function sentence(message: MessageDescriptor): string {
  return i18n._(message);
}

/** Several sentences after each other. */
export function sentences(...all: readonly string[]): string {
  return all.join(' ');
}

/** Those sentences that there are, after each other; empty where there are none. */
export function sentencesOf(...all: readonly (string | undefined)[]): string {
  return sentences(...all.filter((one) => one !== undefined));
}

/** Names as a list in a sentence: `title, summary and tags`. */
export function listed(names: readonly string[]): string {
  return listFormat('conjunction').format(names);
}

/** Names of which any will do, in a sentence: `title or tags`. */
export function eitherOf(names: readonly string[]): string {
  return listFormat('disjunction').format(names);
}

const formats = new Map<string, Intl.ListFormat>();

/** Made once: making one takes longer than many sentences. */
function listFormat(type: 'conjunction' | 'disjunction'): Intl.ListFormat {
  const locale = listLocale();
  const key = `${type} ${locale}`;
  const format = formats.get(key) ?? new Intl.ListFormat(locale, { type });
  formats.set(key, format);
  return format;
}

/** English as Kitbag writes it has no comma before the last ‘and’. */
function listLocale(): string {
  return i18n.locale === 'en' || i18n.locale === 'pseudo' ? 'en-GB' : i18n.locale;
}

const languages = new Map<string, Intl.DisplayNames>();

/** A language by its name in the one that is spoken now; what is no code of a language as it is. */
export function languageName(code: string): string {
  // Of a made-up language the words are English.
  const locale = i18n.locale === 'pseudo' ? 'en' : i18n.locale;
  const names =
    languages.get(locale) ?? new Intl.DisplayNames(locale, { type: 'language', fallback: 'code' });
  languages.set(locale, names);
  try {
    return names.of(code) ?? code;
  } catch (error) {
    if (error instanceof RangeError) return code; // text from a document
    throw error;
  }
}
