import { mkdtemp, readFile, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, afterEach, beforeAll, describe, expect, it } from 'vitest';
import type { Extractor } from '../../../../src/engine/ports/extractor.ts';
import { createExtractor, type ExtractorOptions } from '../../../../src/platform/extract/extractor.ts';
import { comesTrue } from '../../../support/comes-true.ts';

/**
 * Stands in for the reader: it does to its thread what the path's name says. What a real document does is tried in the
 * other tests; here it is the pool that must hold.
 */
const SCRIPT = `
import { parentPort, threadId } from 'node:worker_threads';
import { appendFileSync, readFileSync, readlinkSync } from 'node:fs';
const held = [];
let thread;
try { thread = readlinkSync('/proc/thread-self').split('/').at(-1); } catch {}
parentPort.postMessage({ type: 'ready', thread });
const extraction = (title) => ({ kind: 'text', mediaType: 'text/plain', misnamed: false, title, pages: [{ label: '1', text: title }], pageCount: 1, text: { state: 'searchable' }, words: 1 });
parentPort.on('message', ({ id, job }) => {
  const what = job.name;
  const post = (message) => parentPort.postMessage({ id, heldBytes: what === 'holds-much' ? 70e6 : 1e6, ...message });
  if (job.job === 'recognize') {
    appendFileSync(job.path, 'begun ');
    if (readFileSync(job.path, 'utf8') === 'begun ') for (;;);
    return void post({ type: 'answer', answer: { job: 'recognize', page: { found: 'nothing' } } });
  }
  if (job.job === 'page-picture') return void post({ type: 'answer', answer: { job: 'page-picture', picture: undefined } });
  const found = { kind: 'pdf', mediaType: 'application/pdf', misnamed: false, pageCount: 7 };
  if (what !== 'hang-at-once') post({ type: 'progress', progress: { reached: 'recognised', found } });
  const page = (label) => post({ type: 'progress', progress: { reached: 'page', page: { label, text: 'page ' + label }, words: 2 } });
  if (what === 'read-then-hang') { page('1'); post({ type: 'progress', progress: { reached: 'read', extraction: extraction('read') } }); }
  if (what.startsWith('pages-then')) { post({ type: 'progress', progress: { reached: 'opened', pageCount: 7, title: 'Seven pages' } }); page('1'); page('2'); page('3'); }
  if (what === 'never-ends') return;
  if (what.includes('hang')) for (;;);
  if (what === 'idle-long') return void setTimeout(() => post({ type: 'answer', answer: { job: 'extract', outcome: { outcome: 'extracted', extraction: extraction('late') } } }), 3 * 600);
  if (what.endsWith('exit')) process.exit(3);
  if (what === 'throw') setTimeout(() => { throw new TypeError('boom'); });
  else if (what === 'fail') post({ type: 'failed', errorName: 'RangeError' });
  else if (what.endsWith('eat-heap')) for (;;) held.push(new Array(100000).fill({ a: Math.random() }));
  else if (what === 'fill-map') { const map = new Map(); for (let at = 0; ; at += 1) map.set(at, { at }); }
  else if (what === 'fill-list') for (;;) held.push({ a: Math.random() });
  else if (what === 'eat-buffers') setInterval(() => held.push(Buffer.alloc(32e6, 1)), 5);
  else if (what === 'slow') setTimeout(() => post({ type: 'answer', answer: { job: 'extract', outcome: { outcome: 'extracted', extraction: extraction('thread ' + threadId) } } }), 150);
  else post({ type: 'answer', answer: { job: 'extract', outcome: { outcome: 'extracted', extraction: extraction('thread ' + threadId) } } });
});
`;

let folder = '';
let script = '';
let file = '';
let extractor: Extractor | undefined;

beforeAll(async () => {
  folder = await mkdtemp(join(tmpdir(), 'kitbag-pool-'));
  script = join(folder, 'worker.mjs');
  file = join(folder, 'document');
  await writeFile(script, SCRIPT);
  await writeFile(file, 'content');
});
afterAll(() => rm(folder, { recursive: true, force: true }));
afterEach(() => extractor?.close());

function start(options: Partial<ExtractorOptions> = {}): Extractor {
  extractor = createExtractor({ workerUrl: script, concurrency: 1, ...options });
  return extractor;
}

async function titleOf(subject: Extractor, what: string): Promise<string | undefined> {
  const result = await subject.extract(file, what);
  return result.outcome === 'extracted' ? result.extraction.title : result.reason;
}

describe('a document that hurts its reader', () => {
  it('is kept as timed out when it hangs, with what was known of it', async () => {
    const subject = start({ limits: { cpuMs: 1_500 } });
    expect(await subject.extract(file, 'hang')).toEqual({
      outcome: 'extracted',
      extraction: {
        kind: 'pdf',
        mediaType: 'application/pdf',
        misnamed: false,
        pages: [],
        pageCount: 7,
        text: { state: 'not', reason: 'timed-out' },
        words: 0,
      },
    });
    expect(await titleOf(subject, 'fine')).toMatch(/^thread/);
  });

  it('is kept as an unknown kind when it hangs before it was recognised', async () => {
    const result = await start({ limits: { cpuMs: 1_500 } }).extract(file, 'hang-at-once');
    expect(result).toMatchObject({ extraction: { kind: 'other', text: { reason: 'timed-out' } } });
  });

  it.each([
    ['takes too long', 'pages-then-hang', { cpuMs: 1_500 }, 'timed-out'],
    ['needs too much memory', 'pages-then-eat-heap', { memoryMb: 48 }, 'out-of-memory'],
    ['kills its reader', 'pages-then-exit', {}, 'crashed'],
  ])('keeps the pages that were read before it %s', async (_, what, limits, reason) => {
    expect(await start({ limits }).extract(file, what)).toMatchObject({
      extraction: {
        title: 'Seven pages',
        pageCount: 7,
        pages: [{ text: 'page 1' }, { text: 'page 2' }, { text: 'page 3' }],
        words: 6,
        text: { state: 'partly', reason, pagesWithoutText: 4 },
      },
    });
  });

  it('is read however long that takes by the clock, while it uses little of the processor', async () => {
    const subject = start({ limits: { cpuMs: 600 } });
    expect(await titleOf(subject, 'idle-long')).toBe('late');
  });

  it('is given up when it uses nothing of the processor and does not end', async () => {
    const subject = start({ lookMs: 10, stuckAfterLooks: 40 });
    expect(await subject.extract(file, 'never-ends')).toMatchObject({
      extraction: { text: { state: 'not', reason: 'timed-out' } },
    });
  });

  it('keeps its text when only its picture hangs', async () => {
    const result = await start({ limits: { cpuMs: 1_500 } }).extract(file, 'read-then-hang');
    expect(result).toMatchObject({ extraction: { title: 'read', text: { state: 'searchable' } } });
  });

  it.each(['exit', 'throw', 'fail'])(
    'is kept as crashed when it makes the reader %s, and the next is read',
    async (what) => {
      const subject = start();
      expect(await subject.extract(file, what)).toMatchObject({
        extraction: { kind: 'pdf', text: { state: 'not', reason: 'crashed' } },
      });
      expect(await titleOf(subject, 'fine')).toMatch(/^thread/);
    },
  );

  // A map of 256 MB is one that V8 aborts the process for where there is no room for a larger one.
  it.each([
    ['the heap', 'eat-heap', 48],
    ['one map', 'fill-map', 256],
    ['one list', 'fill-list', 256],
  ])('is kept as out of memory when it fills %s', async (_, what, memoryMb) => {
    const subject = start({ limits: { memoryMb } });
    expect(await subject.extract(file, what)).toMatchObject({
      extraction: { text: { state: 'not', reason: 'out-of-memory' } },
    });
    expect(await titleOf(subject, 'fine')).toMatch(/^thread/);
  });

  it('is kept as out of memory when it fills memory outside of the heap', async () => {
    const subject = start({ limits: { memoryMb: 48 } });
    expect(await subject.extract(file, 'eat-buffers')).toMatchObject({
      extraction: { text: { state: 'not', reason: 'out-of-memory' } },
    });
  });

  it('does not take a document beside it along when memory runs out', async () => {
    const subject = start({ limits: { memoryMb: 48 }, concurrency: 2 });
    const [greedy, ...others] = await Promise.all([
      subject.extract(file, 'eat-buffers'),
      ...Array.from({ length: 4 }, () => titleOf(subject, 'slow')),
    ]);
    expect(greedy).toMatchObject({ extraction: { text: { reason: 'out-of-memory' } } });
    for (const title of others) expect(title).toMatch(/^thread/);
  });
});

describe('workers', () => {
  it('are replaced after so many documents', async () => {
    const subject = start({ jobsPerWorker: 2 });
    const titles: (string | undefined)[] = [];
    for (let i = 0; i < 4; i += 1) titles.push(await titleOf(subject, 'fine'));
    expect(titles[0]).toBe(titles[1]);
    expect(titles[2]).toBe(titles[3]);
    expect(titles[1]).not.toBe(titles[2]);
  });

  it('are replaced after a document that makes them hold much: they would not give it back', async () => {
    const subject = start({ heldMb: 64 });
    const titles: (string | undefined)[] = [];
    for (const what of ['fine', 'holds-much', 'fine', 'fine']) titles.push(await titleOf(subject, what));
    expect(titles[0]).toBe(titles[1]);
    expect(titles[2]).toBe(titles[3]);
    expect(titles[1]).not.toBe(titles[2]);
  });

  it('that can not start are a defect, not the document\u2019s fault', async () => {
    const subject = start({ workerUrl: join(folder, 'missing.mjs') });
    await expect(subject.extract(file, 'fine')).rejects.toThrow('could not start');
  });

  it('read at most as many documents at once as allowed', async () => {
    const subject = start({ concurrency: 2 });
    const titles = await Promise.all(Array.from({ length: 6 }, () => titleOf(subject, 'slow')));
    expect(new Set(titles).size).toBe(2);
  });
});

describe('pictures', () => {
  it('that were asked for last come first, as somebody looks at them now', async () => {
    const subject = start();
    const drawn: number[] = [];
    await Promise.all(
      [1, 2, 3, 4].map((page) =>
        subject.pagePicture(file, 'pdf', page, 100, []).then(() => {
          drawn.push(page);
        }),
      ),
    );
    expect(drawn).toEqual([1, 4, 3, 2]);
  });
});

describe('what is read again', () => {
  it('waits until nothing else is to be read, and keeps nothing waiting', async () => {
    const subject = start();
    const read: string[] = [];
    const note = (name: string) => () => void read.push(name);
    await Promise.all([
      subject.extract(file, 'slow').then(note('first')),
      subject.extract(file, 'fine', { again: true }).then(note('again')),
      subject.extract(file, 'fine').then(note('second')),
      subject.pagePicture(file, 'pdf', 1, 100).then(note('picture')),
    ]);
    expect(read.at(-1)).toBe('again');
  });
});

describe('cancelling', () => {
  it('ends a document that is being read and lets the next one in', async () => {
    const subject = start();
    const controller = new AbortController();
    const reading = subject.extract(file, 'hang', { signal: controller.signal });
    const next = titleOf(subject, 'fine');
    setTimeout(() => controller.abort(), 300);
    await expect(reading).rejects.toMatchObject({ name: 'AbortError' });
    expect(await next).toMatch(/^thread/);
  });

  it('takes a waiting document from the queue, and refuses one that was cancelled before', async () => {
    const subject = start();
    const controller = new AbortController();
    const first = titleOf(subject, 'slow');
    const waiting = subject.extract(file, 'fine', { signal: controller.signal });
    setTimeout(() => controller.abort(), 20);
    await expect(waiting).rejects.toMatchObject({ name: 'AbortError' });
    await expect(subject.extract(file, 'fine', { signal: AbortSignal.abort() })).rejects.toMatchObject({
      name: 'AbortError',
    });
    expect(await first).toMatch(/^thread/);
  });

  it('of everything happens when the extractor is closed', async () => {
    const subject = start();
    const reading = expect(subject.extract(file, 'hang')).rejects.toThrow('closed');
    setTimeout(() => void subject.close(), 200);
    await reading;
    await expect(subject.extract(file, 'fine')).rejects.toThrow('closed');
  });
});

describe('what somebody waits for', () => {
  it('stops the recognition of a page, which begins anew afterwards', async () => {
    const subject = start();
    const scan = join(folder, 'scan');
    const recognized = subject.recognize(scan, 'image', 1);
    await comesTrue(async () => expect(await readFile(scan, 'utf8')).toBe('begun '));
    await subject.pagePicture(file, 'pptx', 1, 1280);
    expect(await recognized).toEqual({ found: 'nothing' });
    expect(await readFile(scan, 'utf8')).toBe('begun begun ');
  });

  it('is drawn before the small pictures of lists, whatever was asked for last', async () => {
    const subject = start();
    const drawn: number[] = [];
    const draw = async (width: number) => {
      await subject.pagePicture(file, 'pptx', 1, width);
      drawn.push(width);
    };
    await Promise.all([draw(320), draw(1280), draw(160), draw(960), draw(240)]);
    expect(drawn).toEqual([320, 960, 1280, 240, 160]);
  });
});
