import { type I18n, i18n, type MessageDescriptor, type MessageOptions } from '@lingui/core';

/**
 * Importing this makes Lingui leave values as they were written, whoever asks it for a message: it takes `\u0041` and `\x41` for letters, in
 * values too, while in a path or in a name of somebody they are what they are.
 */

type Values = NonNullable<MessageDescriptor['values']>;

const say: I18n['_'] = i18n._.bind(i18n);

function sayAsWritten(
  message: string | MessageDescriptor,
  values?: Values,
  options?: MessageOptions,
): string {
  if (typeof message === 'string') return say(message, values && asWritten(values), options);
  return say(message.values === undefined ? message : { ...message, values: asWritten(message.values) });
}

function asWritten(values: Values): Values {
  return Object.fromEntries(Object.entries(values).map(([name, value]) => [name, escaped(value)]));
}

function escaped(value: unknown): unknown {
  return typeof value === 'string' ? value.replace(/\\(?=u[\da-f]{4}|x[\da-f]{2})/gi, '\\u005c') : value;
}

i18n._ = sayAsWritten;
i18n.t = sayAsWritten;
