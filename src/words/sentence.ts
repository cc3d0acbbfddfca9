import { i18n, type MessageDescriptor } from '@lingui/core';

/** A message in the language that is spoken now. */
export function sentence({ id, message, values = {} }: MessageDescriptor): string {
  const safe = Object.fromEntries(Object.entries(values).map(([name, value]) => [name, asItIs(value)]));
  const asked: MessageDescriptor = { id, values: safe, ...(message !== undefined && { message }) };
  return i18n._(asked);
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

/** Lingui takes `\u0041` and `\x41` for letters, in values too: in a path or in a name of somebody they are what they are. */
function asItIs(value: unknown): unknown {
  return typeof value === 'string' ? value.replace(/\\(?=u[\da-f]{4}|x[\da-f]{2})/gi, '\\u005c') : value;
}
