import { QueryClient, QueryObserver } from '@tanstack/react-query';
import { describe, expect, it } from 'vitest';
import { contract } from '../../../src/contract/contract.ts';
import { type Change, TOPICS } from '../../../src/contract/session.ts';
import { orpc } from '../../../src/renderer/base/engine-client.ts';
import { followChanges } from '../../../src/renderer/base/follow-changes.ts';

/** A window that asks one thing, of an engine whose answer is `now`. */
function windowThatAsks(answer: () => Promise<string>) {
  const client = new QueryClient({ defaultOptions: { queries: { staleTime: Number.POSITIVE_INFINITY } } });
  const queryKey = orpc.savedSearches.list.queryKey();
  const observer = new QueryObserver<string>(client, { queryKey, queryFn: answer });
  const stop = observer.subscribe(() => undefined);
  return { client, shown: () => observer.getCurrentResult().data, stop };
}

/** What shows assets somewhere, by the area that answers it. */
const EVERY_READ: [string, () => readonly unknown[]][] = [
  ['a search', () => orpc.search.find.queryKey({ input: { query: 'x' } })],
  ['an asset', () => orpc.assets.get.queryKey({ input: { asset: 'a_0000000000000001' } })],
  ['its history', () => orpc.history.asset.queryKey({ input: { asset: 'a_0000000000000001' } })],
  ['what was used last', () => orpc.activity.recent.queryKey({ input: { limit: 5 } })],
  ['what is new', () => orpc.news.whatIsNew.queryKey({ input: { limit: 5 } })],
  ['pins', () => orpc.pins.list.queryKey()],
  ['saved searches', () => orpc.savedSearches.list.queryKey()],
  ['golden queries', () => orpc.searchQuality.list.queryKey()],
  ['kits', () => orpc.kits.list.queryKey({ input: {} })],
  ['rules', () => orpc.rules.list.queryKey()],
  ['tags', () => orpc.taxonomy.get.queryKey()],
  ['what can be found', () => orpc.maintenance.indexReport.queryKey()],
  ['what changed between versions', () => orpc.compare.news.queryKey()],
  ['what left this device', () => orpc.sends.ledger.queryKey({ input: {} })],
  ['near-duplicates', () => orpc.near.list.queryKey({ input: { limit: 5 } })],
  ['language editions', () => orpc.variants.list.queryKey({ input: { asset: 'a_0' } })],
  ['requests', () => orpc.requests.list.queryKey({ input: {} })],
];

/** Areas of which nobody asks anything: by these one only does something. */
const ONLY_DO = ['gate', 'presenting', 'ratings', 'undo'];

describe('A window that follows the engine’s changes', () => {
  it('asks again for what it asked before every change was told to it', async () => {
    let now = 'before';
    const page = windowThatAsks(async () => now);
    await expect.poll(page.shown).toBe('before');
    now = 'changed before anybody listened';
    async function* changes(): AsyncGenerator<Change> {
      yield { revision: 7, topics: [] };
    }
    await followChanges(page.client, changes(), new AbortController().signal);
    await expect.poll(page.shown).toBe('changed before anybody listened');
    page.stop();
  });

  it('does not take a first answer that is still on its way for the one after', async () => {
    const answers: ((value: string) => void)[] = [];
    const page = windowThatAsks(() => new Promise<string>((resolve) => answers.push(resolve)));
    async function* changes(): AsyncGenerator<Change> {
      yield { revision: 7, topics: [] };
    }
    await followChanges(page.client, changes(), new AbortController().signal);
    await expect.poll(() => answers.length).toBe(2);
    answers[0]?.('before');
    answers[1]?.('after');
    await expect.poll(page.shown).toBe('after');
    page.stop();
  });

  it.each(EVERY_READ)(
    'asks for %s again when the person has another role, which decides what they see',
    async (name, key) => {
      const client = new QueryClient({
        defaultOptions: { queries: { staleTime: Number.POSITIVE_INFINITY } },
      });
      let role = 'marketer';
      const observer = new QueryObserver<string>(client, {
        queryKey: key(),
        queryFn: async () => `${name} for a ${role}`,
      });
      const stop = observer.subscribe(() => undefined);
      const shown = () => observer.getCurrentResult().data;
      async function* changes(): AsyncGenerator<Change> {
        yield { revision: 7, topics: [] };
        await expect.poll(() => client.isFetching()).toBe(0);
        expect(shown()).toBe(`${name} for a marketer`);
        role = 'rep';
        yield { revision: 8, topics: ['session', 'people'] };
      }
      await followChanges(client, changes(), new AbortController().signal);
      await expect.poll(shown).toBe(`${name} for a rep`);
      stop();
    },
  );

  it('asks every area of the contract again by some topic but who somebody is', async () => {
    const client = new QueryClient();
    const reads = Object.entries(contract).flatMap(([area, procedures]) =>
      Object.keys(procedures).map((name) => ({ area, key: [[area, name], { type: 'query' }] })),
    );
    async function* changes(): AsyncGenerator<Change> {
      client.setQueryData(['before'], 'an answer');
      yield { revision: 7, topics: [] };
      await expect.poll(() => client.getQueryState(['before'])?.isInvalidated).toBe(true);
      for (const { key } of reads) client.setQueryData(key, 'an answer');
      yield { revision: 8, topics: TOPICS.filter((topic) => topic !== 'session') };
    }
    await followChanges(client, changes(), new AbortController().signal);
    await expect
      .poll(() => client.getQueryState([['assets', 'get'], { type: 'query' }])?.isInvalidated)
      .toBe(true);
    const again = reads.filter(({ key }) => client.getQueryState(key)?.isInvalidated === true);
    const asked = new Set(again.map(({ area }) => area));
    expect(Object.keys(contract).filter((area) => !asked.has(area))).toEqual(ONLY_DO);
  });
});
