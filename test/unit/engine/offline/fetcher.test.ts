import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { AlteredFiles } from '../../../../src/engine/offline/altered-files.ts';
import { Fetcher, type FileToFetch } from '../../../../src/engine/offline/fetcher.ts';
import type { FetchOutcome, FileSource } from '../../../../src/engine/offline/file-source.ts';
import { FilesHere } from '../../../../src/engine/offline/files-here.ts';
import { createBlobFolder } from '../../../../src/platform/blobs/blob-folder.ts';
import { StorageError } from '../../../../src/shared/errors.ts';
import { says } from '../../../../src/shared/says/says.ts';
import type { Sha256 } from '../../../../src/shared/vocabulary/ids.ts';
import { keepingLogger } from '../../../support/quiet-logger.ts';

/** A fetcher over a hub that answers as it is told, with time and timers in the test's hand. */
async function setUp(files: readonly FileToFetch[]) {
  const answers = new Map<string, FetchOutcome | 'disk-full'>();
  const asked: string[] = [];
  const timers: { readonly run: () => void; readonly ms: number }[] = [];
  const clock = { time: 1_000_000, now: () => clock.time };
  const here = new FilesHere(createBlobFolder(join(tmpdir(), 'kitbag-no-blobs')));
  await here.load();
  const source: FileSource = {
    fetch: async (sha256, size, options) => {
      asked.push(sha256);
      const answer = answers.get(sha256) ?? 'stored';
      if (answer === 'disk-full') throw new StorageError('disk-full', 'full');
      options?.onBytes?.('is' in size ? size.is : 0);
      return answer;
    },
    has: async () => true,
  };
  const altered = await AlteredFiles.open(
    { load: async () => undefined, save: async () => undefined },
    keepingLogger(),
  );
  const fetcher = new Fetcher({
    here,
    altered,
    clock,
    later: (run, ms) => {
      const timer = { run, ms };
      timers.push(timer);
      return () => void timers.splice(timers.indexOf(timer), 1);
    },
    logger: keepingLogger(),
    news: { stored: () => undefined, moved: () => undefined },
    next: () => files.filter(({ sha256 }) => !here.has(sha256)),
  });
  const settle = async () => {
    for (let turn = 0; turn < 200; turn += 1) await Promise.resolve();
  };
  const ring = async () => {
    const timer = timers.shift();
    clock.time += timer?.ms ?? 0;
    timer?.run();
    await settle();
    return timer?.ms;
  };
  return { fetcher, source, here, answers, asked, settle, ring, timers };
}

const file = (sha256: string): FileToFetch => ({
  sha256: sha256 as Sha256,
  asset: `a-${sha256}`,
  size: 10,
  text: false,
});

const original = (name: string) => ({ sha256: name as Sha256, size: 10, asset: `a-${name}` });

describe('fetching in the background', () => {
  it('brings what is missing in the order that it is given, each once', async () => {
    const test = await setUp(['a', 'b', 'c', 'd', 'e', 'f'].map(file));
    test.fetcher.connect(test.source);
    await test.settle();
    expect(test.asked).toEqual(['a', 'b', 'c', 'd', 'e', 'f']);
    expect(test.here.has('f')).toBe(true);
    expect(test.fetcher.progress()).toBeUndefined();
  });

  it('tries what has not arrived again, each time later', async () => {
    const test = await setUp([file('a')]);
    test.answers.set('a', 'not-arrived');
    test.fetcher.connect(test.source);
    await test.settle();
    expect(await test.ring()).toBe(2000);
    expect(await test.ring()).toBe(4000);
    test.answers.set('a', 'stored');
    await test.ring();
    expect(test.here.has('a')).toBe(true);
    expect(test.asked).toEqual(['a', 'a', 'a', 'a']);
  });

  it('rests while the hub is away and goes on when it is there again', async () => {
    const test = await setUp([...'abcdefghijklmnop'].map(file));
    for (const name of 'abcdefghijklmnop') test.answers.set(name, 'offline');
    test.fetcher.connect(test.source);
    await test.settle();
    expect(test.asked.length).toBeLessThanOrEqual(8);
    test.answers.clear();
    test.fetcher.wake();
    await test.settle();
    expect([...'abcdefghijklmnop'].every((name) => test.here.has(name))).toBe(true);
  });

  it('says that the disk is full, and rests', async () => {
    const test = await setUp([file('a')]);
    test.answers.set('a', 'disk-full');
    test.fetcher.connect(test.source);
    await test.settle();
    expect(test.fetcher.trouble).toEqual(says('disk.disk-full'));
    expect(test.timers).toHaveLength(1);
  });

  it('fetches a file on demand with its progress, and says why where it can’t be had', async () => {
    const test = await setUp([]);
    test.fetcher.connect(test.source);
    const steps = test.fetcher.fetchNow(original('x'));
    expect((await steps.next()).value).toMatchObject({ total: 10 });
    let last = await steps.next();
    while (last.done !== true) last = await steps.next();
    expect(last.value).toBe('stored');
    test.answers.set('y', 'altered');
    const other = test.fetcher.fetchNow(original('y'));
    let end = await other.next();
    while (end.done !== true) end = await other.next();
    expect(end.value).toBe('altered');
  });

  it('goes on for the one who still waits where another one stops', async () => {
    const test = await setUp([]);
    let times = 0;
    const source: FileSource = {
      ...test.source,
      fetch: (_sha256, _size, options) => {
        times += 1;
        if (times > 1) return Promise.resolve('stored');
        return new Promise((resolve) => {
          options?.signal?.addEventListener('abort', () => resolve('offline'));
        });
      },
    };
    test.fetcher.connect(source);
    const wanted = original('x');
    const stopped = test.fetcher.fetchNow(wanted);
    await stopped.next();
    const waiting = test.fetcher.fetchNow(wanted);
    await waiting.next();
    await stopped.return('offline');
    let end = await waiting.next();
    while (end.done !== true) end = await waiting.next();
    expect([end.value, times]).toEqual(['stored', 2]);
  });
});
