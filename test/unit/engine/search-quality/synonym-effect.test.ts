import { join } from 'node:path';
import { afterEach, describe, expect, it } from 'vitest';
import { openSearchAt } from '../../../../src/node/open-search.ts';
import { TempEngine } from '../../../support/temp-engine.ts';
import { temporaryFolder } from '../search/search-fixture.ts';

let temp: TempEngine | undefined;
afterEach(() => temp?.remove());

describe('a change of synonyms', () => {
  it('says before it is saved what it would do to its words and to the golden queries', async () => {
    const openSearch = openSearchAt(join(temporaryFolder(), 'text.sqlite'));
    temp = await TempEngine.open({ ports: { openSearch } });
    const [asset = ''] = await temp.publish(temp.file('lorry.txt', 'A lorry for every depot.'));
    await temp.publish(temp.file('other.txt', 'Nothing of it.'));
    await temp.engine.indexed();
    await temp.client.searchQuality.define({ query: 'juggernaut', context: {}, assets: [asset] });
    const group = { words: ['lorry', 'juggernaut'], means: { facet: 'same' as const } };
    const effect = await temp.client.searchQuality.trySynonyms(group);
    expect(effect.words).toEqual([
      { word: 'lorry', before: 1, after: 1 },
      { word: 'juggernaut', before: 0, after: 1 },
    ]);
    expect(effect).toMatchObject({
      queries: 1,
      before: 0,
      after: 1,
      changed: [
        { query: 'juggernaut', results: { before: 0, after: 1 }, answers: [{ before: null, after: 1 }] },
      ],
    });
    const { id } = await temp.client.taxonomy.defineSynonyms(group);
    expect(await temp.client.searchQuality.trySynonyms({ ...group, id })).toMatchObject({ changed: [] });
    const without = await temp.client.searchQuality.trySynonyms({ ...group, id, retired: true });
    expect(without).toMatchObject({ before: 1, after: 0 });
  });
});
