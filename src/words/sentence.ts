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

/** Names as a list in a sentence: `title, summary and tags`. */
export function listed(names: readonly string[]): string {
  return new Intl.ListFormat(listLocale(), { type: 'conjunction' }).format(names);
}

/** Names of which any will do, in a sentence: `title or tags`. */
export function eitherOf(names: readonly string[]): string {
  return new Intl.ListFormat(listLocale(), { type: 'disjunction' }).format(names);
}

/** English as Kitbag writes it has no comma before the last ‘and’. */
function listLocale(): string {
  return i18n.locale === 'en' || i18n.locale === 'pseudo' ? 'en-GB' : i18n.locale;
}
