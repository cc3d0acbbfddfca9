import { describe, expect, it } from 'vitest';
import { Cancelled } from '../../src/shared/ports/cancellation.ts';
import {
  type ListOptions,
  type ObjectStore,
  StoreError,
  USUAL_LIMIT,
} from '../../src/sync/hub/object-store.ts';

const DEVICE = '0123456789abcdef0123456789abcdef';
const HEAD = `devices/${DEVICE}/head.json`;
const LONGEST = `blobs/${'0123456789'.repeat(14)}.txt`;

const bytesOf = (text: string) => new TextEncoder().encode(text);
const textOf = (bytes: Uint8Array | undefined) => bytes && new TextDecoder().decode(bytes);

/** A content that is read from elsewhere, in pieces; `opened` says how often. */
function streamed(
  pieces: readonly Uint8Array[],
  size = pieces.reduce((sum, piece) => sum + piece.length, 0),
) {
  const source = {
    size,
    opened: 0,
    open: async function* () {
      source.opened += 1;
      yield* pieces;
    },
  };
  return source;
}

async function read(stream: AsyncIterable<Uint8Array> | undefined): Promise<Uint8Array | undefined> {
  if (!stream) return undefined;
  const pieces: Uint8Array[] = [];
  for await (const piece of stream) pieces.push(piece);
  return Buffer.concat(pieces);
}

/** What every home of a hub's objects must do. */
export function objectStoreSuite(name: string, make: () => Promise<ObjectStore>): void {
  describe(`object store: ${name}`, () => {
    describe('objects', () => objectTests(make));
    describe('objects that never change', () => immutableTests(make));
    describe('listings', () => listingTests(make));
    describe('limits', () => limitTests(make));
    describe('a reader or writer that is stopped', () => stoppedTests(make));
    describe('wrong use', () => misuseTests(make));
  });
}

function objectTests(make: () => Promise<ObjectStore>): void {
  it('has nothing where nothing was put', async () => {
    const store = await make();
    expect(await store.get(HEAD)).toBeUndefined();
    expect(await store.open(HEAD)).toBeUndefined();
    expect(await store.stat(HEAD)).toBeUndefined();
    await store.remove(HEAD);
  });

  it('gives back what was put, whole and in pieces', async () => {
    const store = await make();
    await store.put(HEAD, bytesOf('{"a":"Größe"}'));
    expect(textOf(await store.get(HEAD))).toBe('{"a":"Größe"}');
    expect(textOf(await read(await store.open(HEAD)))).toBe('{"a":"Größe"}');
    expect(await store.stat(HEAD)).toEqual({ size: 15 });
  });

  it('replaces an object by a shorter one and by an empty one', async () => {
    const store = await make();
    await store.put('hub.json', bytesOf('first and long'));
    await store.put('hub.json', bytesOf('second'));
    expect(textOf(await store.get('hub.json'))).toBe('second');
    await store.put('hub.json', new Uint8Array());
    expect(await store.get('hub.json')).toHaveLength(0);
    expect(await read(await store.open('hub.json'))).toHaveLength(0);
  });

  it('is not changed by whoever changes an array later', async () => {
    const store = await make();
    const bytes = bytesOf('abc');
    await store.put('hub.json', bytes);
    bytes.fill(0);
    const got = await store.get('hub.json');
    expect(textOf(got)).toBe('abc');
    got?.fill(0);
    expect(textOf(await store.get('hub.json'))).toBe('abc');
  });

  it('puts a view into a larger array as what the view shows', async () => {
    const store = await make();
    await store.put('hub.json', bytesOf('0123456789').subarray(3, 6));
    expect(textOf(await store.get('hub.json'))).toBe('345');
  });

  it('gives back objects of several megabytes byte by byte', async () => {
    const store = await make();
    const bytes = new Uint8Array(3_300_001).map((_, index) => (index * 31 + (index >> 8)) & 255);
    await store.put('blobs/aa/large', bytes);
    const whole = await store.get('blobs/aa/large', { limit: bytes.length });
    expect(Buffer.compare(whole ?? new Uint8Array(), bytes)).toBe(0);
    expect(Buffer.compare((await read(await store.open('blobs/aa/large'))) ?? new Uint8Array(), bytes)).toBe(
      0,
    );
  });

  it('lets a reader stop early', async () => {
    const store = await make();
    await store.put('blobs/aa/large', new Uint8Array(3_000_000).fill(7));
    for await (const piece of (await store.open('blobs/aa/large')) ?? []) {
      expect(piece[0]).toBe(7);
      break;
    }
    const unread = (await store.open('blobs/aa/large'))?.[Symbol.asyncIterator]();
    await unread?.return?.();
    expect((await unread?.next())?.done).toBe(true);
  });

  it('removes one object and no other', async () => {
    const store = await make();
    await store.put('blobs/aa/one', bytesOf('1'));
    await store.put('blobs/aa/two', bytesOf('2'));
    await store.remove('blobs/aa/one');
    expect(await store.get('blobs/aa/one')).toBeUndefined();
    expect(textOf(await store.get('blobs/aa/two'))).toBe('2');
  });

  it('takes the longest key', async () => {
    const store = await make();
    expect(LONGEST).toHaveLength(150);
    await store.put(LONGEST, bytesOf('x'));
    expect(textOf(await store.get(LONGEST))).toBe('x');
  });

  it('ends with one of the contents when many are put at once', async () => {
    const store = await make();
    const contents = Array.from({ length: 12 }, (_, index) => String(index).repeat(1000 + index));
    await Promise.all(contents.map((content) => store.put(HEAD, bytesOf(content))));
    expect(contents).toContain(textOf(await store.get(HEAD)));
  });
}

function immutableTests(make: () => Promise<ObjectStore>): void {
  it('stores from memory and from a stream', async () => {
    const store = await make();
    expect(await store.putIfAbsent('blobs/aa/one', bytesOf('one'))).toBe('stored');
    expect(await store.putIfAbsent('blobs/aa/two', streamed([bytesOf('t'), bytesOf('wo')]))).toBe('stored');
    expect(textOf(await store.get('blobs/aa/two'))).toBe('two');
  });

  it('does not even open the source when something of that size is there', async () => {
    const store = await make();
    await store.put('blobs/aa/one', bytesOf('one'));
    const source = streamed([bytesOf('eno')]);
    expect(await store.putIfAbsent('blobs/aa/one', source)).toBe('present');
    expect(source.opened).toBe(0);
    expect(textOf(await store.get('blobs/aa/one'))).toBe('one');
  });

  it('replaces what is there in another size: half of it had arrived', async () => {
    const store = await make();
    await store.put('blobs/aa/one', bytesOf('on'));
    expect(await store.putIfAbsent('blobs/aa/one', bytesOf('one'))).toBe('stored');
    expect(textOf(await store.get('blobs/aa/one'))).toBe('one');
  });

  it('leaves what is there in any size where that was asked for', async () => {
    const store = await make();
    expect(await store.putIfAbsent('hub.json', bytesOf('mine'), { keepAny: true })).toBe('stored');
    for (const content of ['yours', 'your', ''])
      expect(await store.putIfAbsent('hub.json', bytesOf(content), { keepAny: true })).toBe('present');
    expect(textOf(await store.get('hub.json'))).toBe('mine');
  });

  it('keeps nothing of a source that has another size than it said', async () => {
    const store = await make();
    for (const size of [2, 4]) {
      const lying = streamed([bytesOf('one')], size);
      await expect(store.putIfAbsent('blobs/aa/one', lying)).rejects.toThrow(RangeError);
      expect(await store.stat('blobs/aa/one')).toBeUndefined();
    }
  });

  it('passes on what a source throws and keeps what was there', async () => {
    const store = await make();
    await store.put('blobs/aa/one', bytesOf('on'));
    const failure = Object.assign(new Error('ENOENT: the own blob is gone'), { code: 'ENOENT' });
    const failing = {
      size: 10,
      open: async function* () {
        yield bytesOf('half');
        throw failure;
      },
    };
    await expect(store.putIfAbsent('blobs/aa/one', failing)).rejects.toBe(failure);
    expect(textOf(await store.get('blobs/aa/one'))).toBe('on');
    expect((await store.list('blobs/aa/')).objects).toEqual([{ key: 'blobs/aa/one', size: 2 }]);
  });

  it('stores one content however many put it at once', async () => {
    const store = await make();
    const content = bytesOf('same'.repeat(50_000));
    const results = await Promise.all(
      Array.from({ length: 6 }, () => store.putIfAbsent('blobs/aa/one', streamed([content]))),
    );
    expect(results).toContain('stored');
    expect(await store.stat('blobs/aa/one')).toEqual({ size: content.length });
    expect((await store.list('blobs/aa/')).objects).toHaveLength(1);
  });
}

function listingTests(make: () => Promise<ObjectStore>): void {
  it('is empty where nothing lies', async () => {
    const store = await make();
    expect(await store.list('')).toEqual({ objects: [], folders: [], foreign: [] });
    expect(await store.list('devices/')).toEqual({ objects: [], folders: [], foreign: [] });
  });

  it('shows one level: objects with their sizes, and folders', async () => {
    const store = await make();
    await store.put('hub.json', bytesOf('{}'));
    await store.put(HEAD, bytesOf('head'));
    await store.put(`devices/${DEVICE}/catalog/1-2-ab.jsonl`, bytesOf('lines'));
    await store.put('devices-of-old/x', bytesOf('x'));
    const root = await store.list('');
    expect(root.objects).toEqual([{ key: 'hub.json', size: 2 }]);
    expect([...root.folders].sort()).toEqual(['devices-of-old/', 'devices/']);
    expect((await store.list('devices/')).folders).toEqual([`devices/${DEVICE}/`]);
    const device = await store.list(`devices/${DEVICE}/`);
    expect(device.objects).toEqual([{ key: HEAD, size: 4 }]);
    expect(device.folders).toEqual([`devices/${DEVICE}/catalog/`]);
    expect(device.foreign).toEqual([]);
  });

  it('is empty under the name of an object', async () => {
    const store = await make();
    await store.put('hub.json', bytesOf('{}'));
    expect(await store.list('hub.json/')).toEqual({ objects: [], folders: [], foreign: [] });
    expect(await store.get('hub.json/head.json')).toBeUndefined();
  });

  it('goes on after a name, stops after so many, and says that there is more', async () => {
    const store = await make();
    const keys = ['a', 'b', 'c', 'd'].map((name) => `news/${name}`);
    for (const key of keys) await store.put(key, new Uint8Array());
    const names = async (options: ListOptions) => {
      const { objects, more } = await store.list('news/', options);
      return { keys: objects.map(({ key }) => key).sort(), more };
    };
    expect(await names({ after: 'news/b' })).toEqual({ keys: keys.slice(2), more: undefined });
    expect(await names({ after: 'news/aa', atMost: 2 })).toEqual({ keys: keys.slice(1, 3), more: true });
    expect(await names({ atMost: 4 })).toEqual({ keys, more: undefined });
    expect(await names({ after: 'news/d' })).toEqual({ keys: [], more: undefined });
  });

  it('no longer shows what was removed', async () => {
    const store = await make();
    await store.put('blobs/aa/one', bytesOf('1'));
    await store.remove('blobs/aa/one');
    expect((await store.list('blobs/aa/')).objects).toEqual([]);
  });
}

/** What a call's promise rejects with. */
function refusalOf(call: Promise<unknown>): Promise<unknown> {
  return call.then(
    () => 'nothing was refused',
    (error: unknown) => error,
  );
}

async function failureOf(call: Promise<unknown>): Promise<unknown> {
  const error = await refusalOf(call);
  return error instanceof StoreError ? error.failure : error;
}

function limitTests(make: () => Promise<ObjectStore>): void {
  it('gives an object of the size of its limit, whole and in pieces', async () => {
    const store = await make();
    for (const size of [0, 1, 20_000]) {
      await store.put('blobs/aa/one', new Uint8Array(size).fill(7));
      expect(await store.get('blobs/aa/one', { limit: size })).toHaveLength(size);
      expect(await read(await store.open('blobs/aa/one', { limit: size }))).toHaveLength(size);
    }
  });

  it('refuses a larger one as too large, however it is read', async () => {
    const store = await make();
    for (const size of [2, 16_000, 20_000]) {
      await store.put('blobs/aa/one', new Uint8Array(size).fill(7));
      const limit = size - 1;
      expect(await failureOf(store.get('blobs/aa/one', { limit }))).toBe('too-large');
      const reading = async () => read(await store.open('blobs/aa/one', { limit }));
      expect(await failureOf(reading())).toBe('too-large');
    }
  });

  it('never gives more bytes in pieces than the limit', async () => {
    const store = await make();
    await store.put('blobs/aa/large', new Uint8Array(3_000_000).fill(7));
    let bytes = 0;
    const reading = async () => {
      const pieces = await store.open('blobs/aa/large', { limit: 1_500_000 });
      for await (const piece of pieces ?? []) bytes += piece.length;
    };
    expect(await failureOf(reading())).toBe('too-large');
    expect(bytes).toBeLessThanOrEqual(1_500_000);
  });

  it('reads no more into memory than is usual where no limit is said, and any size in pieces', async () => {
    const store = await make();
    await store.put('blobs/aa/large', new Uint8Array(USUAL_LIMIT + 1));
    expect(await failureOf(store.get('blobs/aa/large'))).toBe('too-large');
    expect(await read(await store.open('blobs/aa/large'))).toHaveLength(USUAL_LIMIT + 1);
  });

  it('has nothing where nothing is, whatever the limit', async () => {
    const store = await make();
    expect(await store.get(HEAD, { limit: 0 })).toBeUndefined();
    expect(await store.open(HEAD, { limit: 0 })).toBeUndefined();
  });
}

function stoppedTests(make: () => Promise<ObjectStore>): void {
  const stopped = AbortSignal.abort();

  it('begins nothing', async () => {
    const store = await make();
    await store.put(HEAD, bytesOf('before'));
    const calls = [
      store.get(HEAD, { signal: stopped }),
      store.open(HEAD, { signal: stopped }),
      store.stat(HEAD, { signal: stopped }),
      store.list('', { signal: stopped }),
      store.put(HEAD, bytesOf('after'), { signal: stopped }),
      store.putIfAbsent('blobs/aa/one', bytesOf('one'), { signal: stopped }),
      store.remove(HEAD, { signal: stopped }),
    ];
    for (const call of calls) expect(await refusalOf(call)).toBeInstanceOf(Cancelled);
    expect(textOf(await store.get(HEAD))).toBe('before');
    expect(await store.stat('blobs/aa/one')).toBeUndefined();
  });

  it('gives no further piece', async () => {
    const store = await make();
    await store.put('blobs/aa/large', new Uint8Array(3_000_000).fill(7));
    const stop = new AbortController();
    const reading = async () => {
      const pieces = await store.open('blobs/aa/large', { signal: stop.signal });
      for await (const _piece of pieces ?? []) stop.abort();
    };
    expect(await refusalOf(reading())).toBeInstanceOf(Cancelled);
  });

  it('leaves nothing of a source that it was in the middle of', async () => {
    const store = await make();
    const stop = new AbortController();
    const source = {
      size: 2_000_000,
      open: async function* () {
        yield new Uint8Array(1_000_000);
        stop.abort();
        yield new Uint8Array(1_000_000);
      },
    };
    const writing = store.putIfAbsent('blobs/aa/one', source, { signal: stop.signal });
    expect(await refusalOf(writing)).toBeInstanceOf(Cancelled);
    expect(await store.stat('blobs/aa/one')).toBeUndefined();
    expect((await store.list('blobs/aa/')).foreign).toEqual([]);
  });
}

function misuseTests(make: () => Promise<ObjectStore>): void {
  const wrong = [
    '',
    '/hub.json',
    'a//b',
    '../b',
    'a/../b',
    'a/',
    'Hub.json',
    'a b',
    '.hidden',
    'dot.',
    'nul',
  ];

  it.each(wrong)('refuses %j as a key', async (key) => {
    const store = await make();
    await expect(store.get(key)).rejects.toThrow(TypeError);
    await expect(store.open(key)).rejects.toThrow(TypeError);
    await expect(store.put(key, bytesOf('x'))).rejects.toThrow(TypeError);
    await expect(store.putIfAbsent(key, bytesOf('x'))).rejects.toThrow(TypeError);
    await expect(store.stat(key)).rejects.toThrow(TypeError);
    await expect(store.remove(key)).rejects.toThrow(TypeError);
  });

  it.each(['devices', '/', '../', 'a/../', 'A/'])('refuses %j as a prefix', async (prefix) => {
    await expect((await make()).list(prefix)).rejects.toThrow(TypeError);
  });
}
