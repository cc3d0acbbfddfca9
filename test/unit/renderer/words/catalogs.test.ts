import { getCatalogs } from '@lingui/cli/api';
import { getConfig } from '@lingui/conf';
import { beforeAll, describe, expect, it } from 'vitest';
import { systemLanguage } from '../../../../src/renderer/ui/language.ts';

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
}, 120_000);

/** The placeholders and tags of a message: a translation has the same ones. */
function values(message: string): string[] {
  return [...new Set(message.match(/\{\w+|<\/?\d+\/?>/g) ?? [])].sort();
}

describe('the catalogs of the window', () => {
  it.each(['en', 'de', 'pseudo'])(
    'have every sentence of the sources and no other: %s (else: npm run words)',
    (locale) => {
      expect(Object.keys(kept[locale] ?? {}).sort()).toEqual(inSources);
    },
  );

  it('are translated into German completely, once that is offered', () => {
    const offered = systemLanguage(['de']) === 'de';
    const missing = Object.entries(kept.de ?? {}).filter(([, translation]) => translation === '');
    expect(offered ? missing.map(([id]) => kept.en?.[id]) : []).toEqual([]);
  });

  it('keep the values and tags of each sentence in German', () => {
    const translated = Object.entries(kept.de ?? {}).filter(([, german]) => german !== '');
    const wrong = translated.filter(
      ([id, german]) => String(values(german)) !== String(values(kept.en?.[id] ?? '')),
    );
    expect(translated).not.toEqual([]);
    expect(wrong.map(([id]) => kept.en?.[id])).toEqual([]);
  });
});
