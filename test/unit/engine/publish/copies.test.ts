import { utimesSync } from 'node:fs';
import fc from 'fast-check';
import { afterEach, describe, expect, it } from 'vitest';
import { asideness, bestCopiesFirst, compareCopies } from '../../../../src/engine/publish/copies.ts';
import { sentenceOf } from '../../../support/saying.ts';
import { TempEngine } from '../../../support/temp-engine.ts';
import { refusalOf } from '../../../support/wire-error.ts';

let temp: TempEngine | undefined;
afterEach(() => temp?.remove());
const open = async () => {
  temp = await TempEngine.open({ role: 'marketer' });
  return temp;
};
const rowsOf = async (engine: TempEngine) => (await engine.client.publish.state()).rows;
const statesOf = async (engine: TempEngine) =>
  Object.fromEntries((await rowsOf(engine)).map((row) => [`${row.folder}/${row.fileName}`, row.state]));

describe('of two copies', () => {
  it.each([
    '_OLD do not use/Copy of Pitch.pptx',
    'Archive/Pitch.pptx',
    'archiviert/Pitch.pptx',
    'Backup 2022/Pitch.pptx',
    'tmp/Pitch.pptx',
    'Pitch (1).pptx',
    'Pitch - Kopie.pptx',
    'Kopie von Pitch.pptx',
    'Copie de Pitch.pptx',
    'Copia de Pitch.pptx',
    'a/b/c/Papierkorb/Pitch.pptx',
    'Corbeille/Pitch.pptx',
    'papelera/Pitch.pptx',
    'nicht verwenden/Pitch.pptx',
    'ne pas utiliser/Pitch.pptx',
    'NO USAR/Pitch.pptx',
    'Veraltet/Pitch.pptx',
    'anciens/Pitch.pptx',
    'Antiguos/Pitch.pptx',
    'OldDecks/Pitch.pptx',
    'Downloads/Pitch.pptx',
    'Entwürfe/Pitch.pptx',
  ])('%s is not the one to keep', (path) => {
    const good = { path: 'Sales/Decks 2026/Current/Pitch.pptx', modifiedAt: 0 };
    expect(compareCopies(good, { path, modifiedAt: 1 })).toBeLessThan(0);
  });

  it('none is put aside for what it is about', () => {
    for (const path of ['Gold/Copywriting.docx', 'Bolder/Testimonials.pdf', 'Templates/Altitude.pptx']) {
      expect(asideness(path)).toBe(0);
    }
  });

  it('the newer is kept where the paths say nothing', () => {
    const old = { path: 'a.pdf', modifiedAt: 1 };
    expect(compareCopies({ path: 'b.pdf', modifiedAt: 2 }, old)).toBeLessThan(0);
  });

  it('the best comes first in an import, whatever the order, and the other files keep theirs', () => {
    const file = fc.record({
      path: fc.constantFrom('x/a.pdf', 'old/a.pdf', 'tmp/a.pdf', 'b.pdf', 'c (1).pdf'),
      modifiedAt: fc.integer({ min: 0, max: 3 }),
      size: fc.integer({ min: 1, max: 3 }),
    });
    fc.assert(
      fc.property(fc.array(file), (files) => {
        const sorted = bestCopiesFirst(files);
        expect(sorted.map(({ size }) => size)).toEqual(files.map(({ size }) => size));
        for (const size of [1, 2, 3]) {
          const same = sorted.filter((one) => one.size === size);
          expect(same).toEqual(same.toSorted(compareCopies));
        }
      }),
    );
  });
});

/** A drop in which the copy sorts before the good one. */
function twoCopies(engine: TempEngine): string {
  engine.file('drop/_OLD do not use/Copy of Pitch.txt', '# Pitch\nsame bytes');
  engine.file('drop/Sales/Pitch.txt', '# Pitch\nsame bytes');
  return `${engine.folder}/files/drop`;
}

describe('the publish table', () => {
  it('keeps the copy in the good folder, says where the other lies, and says of that one which is kept', async () => {
    const engine = await open();
    await engine.stage(twoCopies(engine));
    const [copy, good] = await rowsOf(engine);
    expect([copy?.state, good?.state]).toEqual(['duplicate', 'ready']);
    expect(good?.copies).toEqual([
      { row: copy?.id, fileName: 'Copy of Pitch.txt', folder: 'drop/_OLD do not use' },
    ]);
    expect(copy?.sameAs).toEqual({ row: good?.id, fileName: 'Pitch.txt', folder: 'drop/Sales' });
    expect(sentenceOf(copy?.says)).toContain('drop/Sales/Pitch.txt');
  });

  it('keeps another copy when asked, with what was said of the first, and goes back', async () => {
    const engine = await open();
    await engine.stage(twoCopies(engine));
    const before = await rowsOf(engine);
    const [copy = '', good = ''] = before.map((row) => row.id);
    await engine.setRows([good], { stages: ['decision'], title: 'The pitch' });
    const said = await rowsOf(engine);
    const kept = await engine.client.publish.keep({ row: copy });
    expect(kept.kept).toBe(good);
    expect((await rowsOf(engine)).find((row) => row.id === copy)).toMatchObject({
      state: 'ready',
      fields: { title: 'The pitch', stages: ['decision'] },
    });
    await engine.client.publish.keep({ row: good, carry: false });
    await engine.client.publish.setEach({ changes: [kept.before] });
    expect(await rowsOf(engine)).toEqual(said);
    expect((await refusalOf(engine.client.publish.keep({ row: good }))).code).toBe('INVALID');
  });

  it('keeps the choice over a restart, and the one that somebody worked on when a better path comes later', async () => {
    const engine = await open();
    await engine.stage(twoCopies(engine));
    const [copy = ''] = (await rowsOf(engine)).map((row) => row.id);
    await engine.client.publish.keep({ row: copy });
    await engine.stage(engine.file('tmp/other.txt', 'other'));
    const other = (await rowsOf(engine)).find((row) => row.fileName === 'other.txt')?.id ?? '';
    await engine.setRows([other], { tags: ['worked on'] });
    await engine.stage(engine.file('good/other.txt', 'other'));
    await engine.reopen();
    const ready = (await rowsOf(engine)).filter((row) => row.state === 'ready').map((row) => row.id);
    expect(ready).toEqual([copy, other]);
  });

  it('keeps the newer of two copies whose paths say nothing, in whichever order they were read', async () => {
    const engine = await open();
    const older = engine.file('a.txt', 'same');
    const newer = engine.file('b.txt', 'same');
    utimesSync(older, 1000, 1000);
    utimesSync(newer, 2000, 2000);
    await engine.stage(older);
    await engine.stage(newer);
    expect(await statesOf(engine)).toEqual({ '/a.txt': 'duplicate', '/b.txt': 'ready' });
  });
});

describe('import in one go', () => {
  it('makes the asset of the copy in the good folder, whichever is read quicker', async () => {
    const engine = await open();
    const drop = twoCopies(engine);
    engine.file('drop/Archive/Pitch.txt', '# Pitch\nsame bytes');
    const [asset = ''] = await engine.publish(drop);
    const { version } = await engine.client.assets.get({ asset });
    expect(version.fileName).toBe('Pitch.txt');
    expect(engine.extractor.reads).toEqual(['Pitch.txt']);
    expect(engine.engine.summaries().size).toBe(1);
  });
});
