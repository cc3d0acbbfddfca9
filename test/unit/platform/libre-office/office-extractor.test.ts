import { createHash } from 'node:crypto';
import { existsSync } from 'node:fs';
import { mkdir, readdir, readFile, writeFile } from 'node:fs/promises';
import { afterEach, describe, expect, it, vi } from 'vitest';
import type { Extractor } from '../../../../src/engine/ports/extractor.ts';
import { createExtractor } from '../../../../src/platform/extract/extractor.ts';
import { ConvertedPages } from '../../../../src/platform/libre-office/converted-pages.ts';
import { withLibreOffice } from '../../../../src/platform/libre-office/office-extractor.ts';
import { deviceOffice } from '../../../../src/platform/libre-office/used-program.ts';
import { makeOldWord } from '../../../fixtures/documents/make-old-word.ts';
import { makePdf } from '../../../fixtures/documents/make-pdf.ts';
import { workerUrl } from '../extract/support.ts';
import { withFakeOffice, writes } from './fake-office.ts';

const office = withFakeOffice();
let opened: Extractor | undefined;
afterEach(() => opened?.close());

const LOGGER = { debug: vi.fn(), info: vi.fn(), warn: vi.fn(), error: vi.fn() };
const PAGE = { lines: ['Drawn by LibreOffice'] };

/** An extractor with a LibreOffice that writes these bytes. */
async function extractorWith(pdf: Uint8Array, used = true, before = '') {
  const program = await office.program(`${before} ${writes(pdf)}`);
  const kept = new Map<string, unknown>();
  const local = {
    load: async (name: string) => kept.get(name),
    save: async (name: string, value: unknown) => void kept.set(name, value),
  };
  const device = deviceOffice(local, async () => program);
  if (!used) await device.use(false);
  const pages = new ConvertedPages(office.path('converted'), async (digest) =>
    existsSync(office.path(digest)),
  );
  const inner = createExtractor({ workerUrl });
  opened = withLibreOffice({ inner, program: device, pages, logger: LOGGER });
  return { extractor: opened, inner, pages, device };
}

/** A script that says that a document of this ending has come, and goes on when there is a file called `go`. */
const WAITS = `const folder = require('node:path').dirname(process.argv[1]) + '/';
  const own = fs.readFileSync(input)[0] === 0xdb ? 'letter' : 'offer';
  fs.writeFileSync(folder + own + '-has-come', '');
  while (!fs.existsSync(folder + own + '-go')) Atomics.wait(new Int32Array(new SharedArrayBuffer(4)), 0, 0, 20);`;
const hasCome = (name: string) =>
  vi.waitFor(() => expect(existsSync(office.path(`${name}-has-come`))).toBe(true), { timeout: 20_000 });
const letGo = (name: string) => writeFile(office.path(`${name}-go`), '');

/** Puts a document where blobs lie: under its digest. */
async function blob(bytes: Uint8Array) {
  const digest = createHash('sha256').update(bytes).digest('hex');
  await writeFile(office.path(digest), bytes);
  return { path: office.path(digest), digest };
}

const WORD = makeOldWord([{ runs: ['Offer for conveyors'] }]);
/** Of Word 2, which no reader of our own knows. */
const UNREAD = Buffer.concat([Buffer.from([0xdb, 0xa5, 0x2d, 0]), Buffer.alloc(3_000, 1)]);

describe('with LibreOffice on the device', () => {
  it('old documents keep their own text, and their pages are drawn by it from when they are there', async () => {
    const { extractor, pages } = await extractorWith(makePdf({ pages: [PAGE] }));
    const { path, digest } = await blob(WORD);
    const outcome = await extractor.extract(path, 'offer.doc');
    expect(outcome).toMatchObject({ extraction: { kind: 'docx', pages: [{ text: 'Offer for conveyors' }] } });
    await vi.waitFor(async () => expect((await pages.find(digest)).known).toBe('pdf'), { timeout: 30_000 });
    const drawn = await extractor.pagePicture(path, 'docx', 1, 200);
    const ofPdf = await extractor.pagePicture(pages.place(digest), 'pdf', 1, 200);
    expect(drawn?.bytes).toEqual(ofPdf?.bytes);
  });

  it('its pages are not drawn where they are other ones than those of the text', async () => {
    const { extractor, pages } = await extractorWith(makePdf({ pages: [PAGE, PAGE] }));
    const { path, digest } = await blob(WORD);
    await extractor.extract(path, 'offer.doc');
    await vi.waitFor(async () => expect((await pages.find(digest)).known).toBe('none'), { timeout: 30_000 });
    expect(await extractor.pagePicture(path, 'docx', 1, 200)).toMatchObject({ width: 200 });
  });

  it('what no reader of our own reads is read by it, and its pages are about right', async () => {
    const { extractor } = await extractorWith(makePdf({ pages: [PAGE] }));
    const { path } = await blob(UNREAD);
    expect(await extractor.extract(path, 'letter.doc')).toMatchObject({
      extraction: {
        kind: 'docx',
        text: { state: 'searchable' },
        approximatePages: true,
        readBy: 'libre-office',
        pages: [{ text: 'Drawn by LibreOffice' }],
      },
    });
    expect(await readdir(office.path('converted'))).toEqual([]);
  });

  it('a document that nobody wants to read any more is not read by it to the end', async () => {
    const { extractor } = await extractorWith(makePdf({ pages: [PAGE] }), true, WAITS);
    const { path } = await blob(UNREAD);
    const stop = new AbortController();
    const outcome = extractor.extract(path, 'letter.doc', { signal: stop.signal });
    await hasCome('letter');
    stop.abort();
    expect(await outcome).not.toMatchObject({ extraction: { text: { state: 'searchable' } } });
  });

  it('pages are not given up while a document is read by them', async () => {
    const { extractor, inner, pages } = await extractorWith(makePdf({ pages: [PAGE] }), true, WAITS);
    const trim = vi.spyOn(pages, 'trim');
    await extractor.extract((await blob(WORD)).path, 'offer.doc');
    await hasCome('offer');
    const read = vi.spyOn(inner, 'extract');
    const letter = extractor.extract((await blob(UNREAD)).path, 'letter.doc');
    await vi.waitFor(() => expect(read.mock.settledResults.at(0)?.type).toBe('fulfilled'));
    await letGo('offer');
    await hasCome('letter');
    expect(trim).not.toHaveBeenCalled();
    await letGo('letter');
    expect(await letter).toMatchObject({ extraction: { pages: [{ text: 'Drawn by LibreOffice' }] } });
    await vi.waitFor(() => expect(trim).toHaveBeenCalled());
  });

  it('a document that it could not read is not given to it again by itself, but is where somebody brings it again', async () => {
    const asked = `fs.appendFileSync(require('node:path').dirname(process.argv[1]) + '/asked', '.'); process.exit(1);`;
    const { extractor } = await extractorWith(makePdf({ pages: [PAGE] }), true, asked);
    const { path } = await blob(UNREAD);
    const times = async () => (await readFile(office.path('asked'), 'utf8')).length;
    await extractor.extract(path, 'letter.doc');
    await extractor.extract(path, 'letter.doc', { again: true });
    expect(await times()).toBe(1);
    await extractor.extract(path, 'letter.doc');
    expect(await times()).toBe(2);
  });

  it('a document that ended the process twice is left alone, and one that was broken off is not', async () => {
    const { extractor, pages } = await extractorWith(makePdf({ pages: [PAGE] }));
    const [letter, other] = [await blob(UNREAD), await blob(Buffer.concat([UNREAD, Buffer.alloc(9)]))];
    for (const _ of [1, 2]) expect(await pages.begin(letter.digest)).toBe(true);
    for (const _ of [1, 2, 3]) {
      await pages.begin(other.digest);
      await pages.ended(other.digest);
    }
    const read = { extraction: { text: { state: 'searchable' } } };
    expect(await extractor.extract(letter.path, 'letter.doc')).not.toMatchObject(read);
    expect(await extractor.extract(other.path, 'letter.doc')).toMatchObject(read);
  });

  it('is ended in the middle of a document when its person turns it off', async () => {
    const { extractor, device } = await extractorWith(makePdf({ pages: [PAGE] }), true, WAITS);
    const outcome = extractor.extract((await blob(UNREAD)).path, 'letter.doc');
    await hasCome('letter');
    await device.use(false);
    expect(await outcome).not.toMatchObject({ extraction: { text: { state: 'searchable' } } });
  });

  it('what a process that was ended left half made is taken away', async () => {
    await mkdir(office.path('converted'));
    for (const name of ['reading-1.pdf', `${'a'.repeat(64)}.pdf.new`])
      await writeFile(office.path(`converted/${name}`), '');
    const { extractor } = await extractorWith(makePdf({ pages: [PAGE] }));
    await extractor.close();
    expect(await readdir(office.path('converted'))).toEqual([]);
  });

  it('that may not be used, nothing is asked of it', async () => {
    const { extractor, pages, device } = await extractorWith(makePdf({ pages: [PAGE] }), false);
    expect(await device.isUsed()).toBe(false);
    const { path, digest } = await blob(WORD);
    await extractor.extract(path, 'offer.doc');
    await extractor.pagePicture(path, 'docx', 1, 200);
    await extractor.close();
    expect((await pages.find(digest)).known).toBe('nothing');
  });

  it('pages are given up with their documents', async () => {
    const { pages } = await extractorWith(makePdf({ pages: [PAGE] }));
    const gone = 'a'.repeat(64);
    await pages.none(gone);
    expect((await pages.find(gone)).known).toBe('none');
    await pages.trim();
    expect((await pages.find(gone)).known).toBe('nothing');
  });
});
