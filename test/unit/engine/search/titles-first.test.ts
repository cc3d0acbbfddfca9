import { readFileSync } from 'node:fs';
import fc from 'fast-check';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { parseQuery } from '../../../../src/engine/search/query/parse-query.ts';
import { type AssetSketch, type Bench, Catalog, openSearch, WORDS } from './search-fixture.ts';

type Titled = {
  readonly title: string;
  readonly stages: readonly string[];
  readonly personas: readonly string[];
  readonly tags?: readonly string[];
};
type Sample = { readonly assets: readonly (Omit<Titled, 'title'> & { readonly file: string })[] };
const sample: Sample = JSON.parse(
  readFileSync(new URL('../../../../resources/sample/manifest.json', import.meta.url), 'utf8'),
);
/** The sample's documents, called by their files' names. */
const SAMPLE: readonly Titled[] = sample.assets.map(({ file, ...asset }) => {
  const [, name = ''] = /([^/]+)\.\w+$/.exec(file) ?? [];
  return { ...asset, title: name.replaceAll(/[-_]/g, ' ') };
});
const TITLES = SAMPLE.map(({ title }) => title);
const CALLS = [undefined, ...WORDS.stages].flatMap((stage) =>
  [undefined, ...WORDS.personas].map((persona) => ({
    ...(stage && { stage: stage.id }),
    ...(persona && { persona: persona.id }),
  })),
);

/** Assets that all speak of one another, rated and aged so that everything but the title speaks against the one looked for. */
function hub(assets: readonly Titled[]): Catalog {
  const everything = assets.map(({ title }) => title).join('. ');
  const sketches = assets.map(({ title, stages, personas, tags = [] }, at): AssetSketch => {
    const score = 1 + (at % 5);
    return {
      title,
      pages: [everything, `${everything} ${everything}`],
      change: {
        stages: [...stages],
        personas: [...personas],
        tags: [...tags],
        usefulness: {
          score,
          lowerBound: 1,
          count: 9,
          enough: true,
          distribution: [9, 0, 0, 0, 0],
          useful: 0,
        },
      },
    };
  });
  const catalog = new Catalog(sketches);
  catalog.words = WORDS;
  return catalog;
}

let bench: Bench;
beforeAll(async () => {
  bench = await openSearch(hub(SAMPLE));
});
afterAll(() => bench.close());

const titlesFor = async (query: string, context: object, of: Bench = bench) =>
  (await of.search.find({ query, context })).hits.map(({ asset }) => asset.title);

describe('whoever types a title', () => {
  it('finds that asset first, whatever the call', async () => {
    for (const title of TITLES) {
      for (const call of CALLS) expect((await titlesFor(title, call))[0], JSON.stringify(call)).toBe(title);
    }
  });

  it('finds an asset first that has the words in its title as without a call, whatever the call', async () => {
    const has = (title: string, query: string) =>
      query.split(' ').every((word) => title.toLowerCase().includes(word));
    for (const query of ['halden', 'data sheet', 'ledgerloop', 'roi', 'case study', 'security']) {
      const [first = ''] = await titlesFor(query, {});
      if (!has(first, query)) continue;
      for (const call of CALLS) {
        const [found = ''] = await titlesFor(query, call);
        expect(has(found, query), `${query}, ${JSON.stringify(call)}: ${found}`).toBe(true);
      }
    }
  });

  it('finds it first among titles of the same few words, too', async () => {
    const word = fc.constantFrom(
      ...[
        'pricing',
        'guide',
        'Harborline',
        'security',
        'pack',
        '2026',
        'Größe',
        'für',
        'S/4HANA',
        'a',
        'C++',
        'C#',
      ],
      ...[
        'the',
        'Q&A',
        '-',
        '-40 °C',
        '-draft',
        'type:',
        'product:',
        '99.95 %',
        'X-200/B',
        'ΠΡΟΣΦΟΡΕΣ',
        '价格表',
        'Nexo™',
      ],
      ...[
        '"how',
        'win"',
        'v1.5',
        '(2026)',
        '10.000',
        'Pricng',
        'prices',
        '&',
        'and',
        'CFO',
        'awareness',
        'ﬁt',
        '39¹',
      ],
    );
    const title = fc
      .array(word, { minLength: 1, maxLength: 6 })
      .map((words) => words.join(' '))
      // Who types what is left out, or what an operator wants, and no word beside it, means that.
      .filter((text) => parseQuery(text).terms.length > 0);
    const asset = fc.record({
      title,
      stages: fc.subarray(WORDS.stages.map(({ id }) => id)),
      personas: fc.subarray(WORDS.personas.map(({ id }) => id)),
    });
    const assets = fc.uniqueArray(asset, {
      minLength: 2,
      maxLength: 12,
      selector: ({ title: one }) => one.toLowerCase(),
    });
    await fc.assert(
      fc.asyncProperty(assets, fc.constantFrom(...CALLS), async (made, call) => {
        const generated = await openSearch(hub(made));
        try {
          for (const { title: one } of made) expect((await titlesFor(one, call, generated))[0]).toBe(one);
        } finally {
          await generated.close();
        }
      }),
      { numRuns: 25 },
    );
  });
});
