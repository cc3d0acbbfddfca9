import { getCatalogs } from '@lingui/cli/api';
import { getConfig } from '@lingui/conf';
import { i18n } from '@lingui/core';
import { beforeAll, describe, expect, it } from 'vitest';
import { type Language, speak } from '../../../../src/renderer/ui/language.ts';

const config = getConfig({ cwd: `${import.meta.dirname}/../../../..` });
let inSources: string[] = [];
let kept: Record<string, Record<string, string>> = {};

/** Messages as `context / message`, with their translation. */
beforeAll(async () => {
  const [catalog] = await getCatalogs(config);
  if (catalog === undefined) throw new Error('There is no catalog.');
  const collected = await catalog.collect();
  if (!collected) throw new Error('The sources could not be read.');
  inSources = Object.keys(collected).sort();
  const all = await catalog.readAll();
  kept = Object.fromEntries(
    Object.entries(all).map(([locale, messages]) => [
      locale,
      Object.fromEntries(
        Object.entries(messages ?? {}).map(([id, { translation }]) => [id, translation ?? '']),
      ),
    ]),
  );
});

/** A message as it was compiled: text, the name of a value, or a value with how it is written, which may have texts of its own. */
type Part = string | readonly [name: string, kind?: string, how?: unknown];

/** The values of a message with their kinds (`n plural`), and its tags; a translation has the same ones, wherever they stand. */
function values(message: unknown): string[] {
  const found = new Set<string>();
  const look = (parts: unknown): void => {
    if (typeof parts === 'string') for (const [tag] of parts.matchAll(/<\/?\d+\/?>/g)) found.add(tag);
    else if (Array.isArray(parts)) for (const part of parts as readonly Part[]) lookAt(part);
  };
  const lookAt = (part: Part): void => {
    if (typeof part === 'string') {
      look(part);
      return;
    }
    const [name, kind, how] = part;
    found.add([name, kind ?? ''].join(' ').trim());
    if (typeof how === 'object' && how !== null) for (const branch of Object.values(how)) look(branch);
  };
  look(message);
  return [...found].sort();
}

/** The catalog of a language as the build compiles it. */
async function compiled(language: Language): Promise<Readonly<Record<string, unknown>>> {
  await speak(language);
  return i18n.messages;
}

describe('the catalogs of the window', () => {
  it.each(['en', 'de', 'pseudo'])(
    'have every sentence of the sources and no other: %s (else: npm run words)',
    (locale) => {
      expect(Object.keys(kept[locale] ?? {}).sort()).toEqual(inSources);
    },
  );

  it('are translated into German completely', () => {
    const missing = Object.entries(kept.de ?? {}).filter(([, translation]) => translation === '');
    expect(missing.map(([id]) => kept.en?.[id])).toEqual([]);
  });

  it('keep the values and tags of each sentence in German', async () => {
    const [german, english] = [await compiled('de'), await compiled('en')];
    const translated = Object.entries(kept.de ?? {}).filter(([, translation]) => translation !== '');
    const wrong = translated.filter(([id]) => String(values(german[id])) !== String(values(english[id])));
    expect(translated).not.toEqual([]);
    expect(wrong.map(([id]) => kept.en?.[id])).toEqual([]);
  });
});
