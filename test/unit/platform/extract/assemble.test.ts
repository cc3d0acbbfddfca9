import { describe, expect, it } from 'vitest';
import type { AssemblePart, AssemblePlan } from '../../../../src/engine/ports/assembler.ts';
import { makeDocx, makePptx, pageBreak, paragraph } from '../../../fixtures/documents/make-package.ts';
import { makePdf } from '../../../fixtures/documents/make-pdf.ts';
import { redSquare } from '../../../support/red-square.ts';
import { body, SIZE, shape } from './slides.ts';
import { withExtractor } from './support.ts';

const docs = withExtractor();
const noLook = '<a:noFill/>';
const slide = (text: string, hidden = false) => ({
  shapes: shape([40, 40, 600, 80], noLook, body(text)),
  hidden,
});

/** A part of a plan, of a document that is written for it. */
async function part(
  name: string,
  bytes: string | Uint8Array,
  more: Omit<AssemblePart, 'path'>,
): Promise<AssemblePart> {
  return { path: await docs.write(name, bytes), ...more };
}
const pdf = (name: string, texts: readonly string[], pages?: readonly number[]) =>
  part(name, makePdf({ pages: texts.map((line) => ({ lines: [line] })) }), {
    kind: 'pdf',
    pageCount: texts.length,
    ...(pages && { pages }),
  });

async function made(plan: Partial<AssemblePlan> & Pick<AssemblePlan, 'parts'>) {
  const result = await docs.extractor().assemble({ title: 'For Harborline', ...plan });
  if (result.assembled === 'failed') expect.fail(`not assembled: ${result.reason}`);
  return result;
}
/** The texts of a PDF's pages, as another reader finds them. */
async function textsOf(bytes: Uint8Array): Promise<readonly string[]> {
  return (await docs.extract('made.pdf', bytes)).pages.map(({ text }) => text.replace(/\s+/g, ' ').trim());
}
const failed = (parts: readonly AssemblePart[]) => docs.extractor().assemble({ title: 'Made', parts });

describe('a PDF of pages of several documents', () => {
  it('has them in the order in which they were picked, whatever they are', async () => {
    const deck = makePptx([slide('Construction office first'), slide('Proof')], { size: SIZE });
    const letter = makeDocx([paragraph('Dear Sir'), pageBreak, paragraph('Yours')].join(''));
    const { bytes, pages } = await made({
      parts: [
        await pdf('prices.pdf', ['Intro', 'Prices', 'Terms'], [3, 1]),
        await part('deck.pptx', deck, { kind: 'pptx', pageCount: 2 }),
        await pdf('prices.pdf', ['Intro', 'Prices', 'Terms'], [2]),
        await part('letter.docx', letter, { kind: 'docx', pageCount: 2, pages: [2] }),
        await part('red.png', redSquare(), { kind: 'image', pageCount: 1 }),
      ],
    });
    expect(pages).toBe(7);
    const texts = await textsOf(bytes);
    expect(texts.slice(0, 6)).toEqual([
      'Terms',
      'Intro',
      'Construction office first',
      'Proof',
      'Prices',
      'Yours',
    ]);
    expect((await docs.extract('made.pdf', bytes)).title).toBe('For Harborline');
  });

  it('has nothing of the pages that were not picked', async () => {
    const { bytes } = await made({ parts: [await pdf('prices.pdf', ['Intro', 'Secret margin'], [1])] });
    expect(Buffer.from(bytes).toString('latin1')).not.toContain('Secret');
    expect(await textsOf(bytes)).toEqual(['Intro']);
  });

  it('is the same to the byte whenever the same is made', async () => {
    const deck = makePptx([slide('Proof')], { size: SIZE });
    const plan = {
      parts: [
        await pdf('prices.pdf', ['Intro', 'Prices'], [2]),
        await part('deck.pptx', deck, { kind: 'pptx', pageCount: 1 }),
      ],
      cover: { title: 'For Harborline', lines: ['Prepared by Ana'] },
      stamp: 'Harborline',
    };
    const first = await made(plan);
    // PDFium writes the second into its files.
    const second = new Date().getSeconds();
    await expect.poll(() => new Date().getSeconds()).not.toBe(second);
    const again = await made(plan);
    expect(again.sha256).toBe(first.sha256);
    const other = await made({ ...plan, title: 'Another' });
    expect(other.sha256).not.toBe(first.sha256);
  });

  it('begins with a cover, and says over every other page for whom it is, also on those that are turned', async () => {
    const turned = makePdf({
      pages: [90, 180, 270].map((turn) => ({ lines: [`Turned ${turn}`], entries: `/Rotate ${turn}` })),
    });
    const { bytes } = await made({
      parts: [
        await pdf('prices.pdf', ['Prices']),
        await part('turned.pdf', turned, { kind: 'pdf', pageCount: 3 }),
      ],
      cover: { title: 'Für Harborline', lines: ['Prepared by Ana', '1 December 2026'] },
      stamp: 'Harborline 2026',
    });
    const [cover = '', ...texts] = await textsOf(bytes);
    expect(cover).toContain('Für Harborline');
    expect(cover).toContain('Prepared by Ana');
    expect(cover).not.toContain('Harborline 2026');
    for (const [at, text] of ['Prices', 'Turned 90', 'Turned 180', 'Turned 270'].entries()) {
      expect(texts[at]).toContain(text);
      expect(texts[at]).toContain('Harborline 2026');
    }
  });

  it('keeps what was typed into the fields of a form', async () => {
    const form = makePdf({
      pages: [
        { lines: ['Order'], field: 'Twelve seats' },
        { lines: ['Drawn'], field: 'Nine', fieldShown: 'Nine seats' },
        { lines: ['Other'] },
      ],
      catalog: '/AcroForm << /Fields [12 0 R 17 0 R] /DA (/Helv 11 Tf 0 g) >>',
    });
    const { bytes } = await made({
      parts: [await part('form.pdf', form, { kind: 'pdf', pageCount: 3, pages: [1, 2] })],
    });
    const [order, drawn] = await textsOf(bytes);
    expect([order, drawn]).toEqual([
      expect.stringContaining('Twelve seats'),
      expect.stringContaining('Nine seats'),
    ]);
  });

  it('leaves slides out that their author hid, and is not made where one of them was picked', async () => {
    const deck = makePptx([slide('Shown'), slide('Hidden', true), slide('Last')], { size: SIZE });
    const whole = await part('deck.pptx', deck, { kind: 'pptx', pageCount: 3 });
    expect(await textsOf((await made({ parts: [whole] })).bytes)).toEqual(['Shown', 'Last']);
    expect(await failed([{ ...whole, pages: [2] }])).toEqual({
      assembled: 'failed',
      reason: 'hidden',
      part: 0,
    });
  });

  it('is not made of what can’t be read, and says which document that is', async () => {
    const good = await pdf('prices.pdf', ['Prices']);
    const locked = makePdf({ pages: [{ lines: ['Locked'] }], encrypted: true });
    const of = async (name: string, bytes: string | Uint8Array, kind: AssemblePart['kind']) =>
      failed([good, await part(name, bytes, { kind, pageCount: 1 })]);
    expect(await of('locked.pdf', locked, 'pdf')).toMatchObject({ reason: 'encrypted', part: 1 });
    expect(await of('torn.pdf', locked.subarray(0, 80), 'pdf')).toMatchObject({
      reason: 'unreadable',
      part: 1,
    });
    expect(await of('torn.pptx', 'PK no deck', 'pptx')).toMatchObject({ reason: 'unreadable', part: 1 });
    expect(await of('torn.png', 'no picture', 'image')).toMatchObject({ reason: 'no-such-page', part: 1 });
    expect(await failed([{ ...good, pages: [4] }])).toMatchObject({ reason: 'no-such-page', part: 0 });
  });

  it('is made of 500 pages, one of them huge, telling how far it is', async () => {
    const texts = Array.from({ length: 499 }, (_, at) => `Page ${at + 1}`);
    const huge = makePdf({ pages: [{ lines: ['Poster'], entries: '/MediaBox [0 0 14400 14400]' }] });
    const told: number[] = [];
    const plan = {
      title: 'Made',
      parts: [await pdf('long.pdf', texts), await part('huge.pdf', huge, { kind: 'pdf', pageCount: 1 })],
      stamp: 'Harborline',
    } as const;
    const result = await docs.extractor().assemble(plan, { onProgress: ({ done }) => told.push(done) });
    expect(result).toMatchObject({ assembled: 'pdf', pages: 500 });
    expect(told).toEqual([499, 500]);
  });

  it('is given up when it is cancelled', async () => {
    const stop = new AbortController();
    const parts = [
      await part(
        'deck.pptx',
        makePptx(
          Array.from({ length: 200 }, () => slide('x')),
          { size: SIZE },
        ),
        { kind: 'pptx', pageCount: 200 },
      ),
    ];
    const making = docs
      .extractor()
      .assemble({ title: 'Made', parts }, { signal: stop.signal, onProgress: () => stop.abort() });
    await expect(making).rejects.toMatchObject({ name: 'AbortError' });
  });
});
