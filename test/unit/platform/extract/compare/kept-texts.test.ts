import { gzipSync } from 'node:zlib';
import { describe, expect, it } from 'vitest';
import type { ComparingProgress } from '../../../../../src/engine/ports/comparer.ts';
import { Words } from '../../../../bench/corpus.ts';
import { withExtractor } from '../support.ts';

const { write, extractor } = withExtractor();

/** A kept text of these pages. */
const kept = (name: string, pages: readonly string[]) =>
  write(name, gzipSync(JSON.stringify(pages.map((text, at) => ({ label: `${at + 1}`, text })))));

describe('two kept texts', () => {
  it('are compared at once where they are short', async () => {
    const [from, to] = [await kept('one.gz', ['Ten euros']), await kept('two.gz', ['Eleven euros'])];
    expect(await extractor().compareTexts({ from, to })).toEqual({
      compared: 'texts',
      pages: [{ from: 1, to: 1, added: 1, removed: 1 }],
    });
  });

  it('are compared in a thread of their own, which tells how far it is', async () => {
    const words = new Words(5);
    const before = Array.from({ length: 120 }, () => words.text(200));
    const after = before.map((text, at) => (at === 40 ? `${text} now` : text)).slice(10);
    const [from, to] = [await kept('deck-1.gz', before), await kept('deck-2.gz', after)];
    const told: ComparingProgress[] = [];
    const compared = await extractor().compareTexts(
      { from, to },
      { onProgress: (progress) => told.push(progress) },
    );
    if (compared.compared !== 'texts') expect.fail(compared.compared);
    expect(compared.pages.filter((page) => page.to === undefined)).toHaveLength(10);
    expect(compared.pages.find(({ added }) => added > 0)).toEqual({ from: 41, to: 31, added: 1, removed: 0 });
    expect(told.every(({ total }) => total === 120)).toBe(true);
    expect(told.map(({ done }) => done)).toEqual(told.map(({ done }) => done).toSorted((a, b) => a - b));
    const marked = await extractor().compareTextPages({ from, to }, { from: 41, to: 31 });
    if (marked.compared !== 'pages') expect.fail(marked.compared);
    expect(
      marked.to?.parts[0]?.pieces.filter(({ changed }) => changed).map(({ text }) => text.trim()),
    ).toEqual(['now']);
  });

  it('are not compared where one is none, which is said, and a version without a text has no pages', async () => {
    const [none, some] = [await write('none.gz', 'no text'), await kept('some.gz', ['Prices'])];
    expect(await extractor().compareTexts({ from: some, to: none })).toEqual({
      compared: 'unreadable',
      side: 'to',
    });
    expect(await extractor().compareTexts({ to: some })).toEqual({
      compared: 'texts',
      pages: [{ to: 1, added: 1, removed: 0 }],
    });
  });

  it('are let go of where nobody waits for them any more, and the next two are compared', async () => {
    const path = await kept('long.gz', [new Words(9).text(10_000), 'Terms']);
    const gone = new AbortController();
    const waiting = extractor().compareTexts({ from: path, to: path }, { signal: gone.signal });
    gone.abort();
    await expect(waiting).rejects.toMatchObject({ name: 'AbortError' });
    expect(await extractor().compareTexts({ from: path, to: path })).toMatchObject({ compared: 'texts' });
  });
});
