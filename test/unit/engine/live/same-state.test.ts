import { rmSync } from 'node:fs';
import { join } from 'node:path';
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { TempEngine } from '../../../support/temp-engine.ts';

const step = fc.record({
  what: fc.constantFrom(
    'rate',
    'unrate',
    'edit',
    'ask',
    'vote',
    'answer',
    'view',
    'search',
    'term',
    'reopen',
    'kill',
    'no-snapshots',
  ),
  one: fc.nat(2),
  two: fc.integer({ min: 1, max: 5 }),
});

type Step = { readonly what: string; readonly one: number; readonly two: number };

async function act(engine: TempEngine, assets: readonly string[], { what, one, two }: Step): Promise<void> {
  const { client } = engine;
  const asset = assets[one] ?? '';
  engine.time += 3_600_000;
  if (what === 'rate') await client.ratings.give({ asset, value: two });
  if (what === 'unrate') await client.ratings.withdraw({ asset });
  if (what === 'edit')
    await client.assets.edit({ asset, set: { title: `Title ${two}`, tags: [`tag-${two}`] } });
  if (what === 'ask') await client.requests.make({ title: `Need ${two}`, need: '' });
  const [request] = await client.requests.list({});
  if (what === 'vote' && request !== undefined && request.status === 'new')
    await client.requests.vote({ request: request.id });
  if (what === 'answer' && request !== undefined)
    await client.requests.answer({ request: request.id, status: 'accepted' });
  if (what === 'view') await client.activity.viewed({ asset });
  if (what === 'search')
    await client.activity.searched({ results: two - 1, stage: 'decision', persona: 'cfo' });
  if (what === 'term')
    await client.taxonomy.define({ facet: 'product', id: `product-${two}`, name: `Product ${two}` });
  if (what === 'reopen') await engine.reopen();
  if (what === 'kill') await engine.abandon();
  if (what === 'no-snapshots')
    await engine.reopen(() => rmSync(join(engine.data, 'snapshots'), { recursive: true, force: true }));
}

/** Everything that the folded state shows. */
async function everything({ client }: TempEngine) {
  return {
    hash: await client.maintenance.stateHash(),
    usefulness: await client.insights.usefulness(),
    overview: await client.insights.overview({ days: 30 }),
    coverage: await client.insights.coverage(),
    requests: await client.requests.list({}),
    taxonomy: await client.taxonomy.get(),
  };
}

describe('whatever was done, and however the process ended in between', () => {
  it('everything shows the same after a start without snapshots as before it', async () => {
    await fc.assert(
      fc.asyncProperty(fc.array(step, { minLength: 1, maxLength: 25 }), async (steps) => {
        const engine = await TempEngine.open();
        try {
          const files = ['a', 'b', 'c'].map((name) => engine.file(`${name}.txt`, `# Asset ${name}\n${name}`));
          const assets = await engine.publish(...files);
          for (const one of steps) await act(engine, assets, one);
          const before = await everything(engine);
          await engine.reopen();
          expect(await everything(engine)).toEqual(before);
          await engine.reopen(() => rmSync(join(engine.data, 'snapshots'), { recursive: true }));
          expect(await everything(engine)).toEqual(before);
        } finally {
          await engine.remove();
        }
      }),
      { numRuns: 6 },
    );
  });
});
