import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import type { IndexedAsset, TextIndex } from '../../../../src/engine/ports/text-index.ts';
import { openTextIndex } from '../../../../src/platform/text-index/sqlite-text-index.ts';

const GROUP = [{ text: 'pricing', prefix: false }];
let folder = '';

beforeEach(() => {
  folder = mkdtempSync(join(tmpdir(), 'kitbag-index-'));
});
afterEach(() => rmSync(folder, { recursive: true, force: true }));

function asset(name: string, text: string, stems: readonly number[]): IndexedAsset {
  return {
    asset: name,
    fingerprint: text,
    title: name,
    tags: '',
    summary: '',
    pieces: [{ page: 1, label: '1', text, sought: text, hidden: false }],
    terms: {
      stems: Uint32Array.from(stems),
      data: Uint8Array.from(stems),
      levels: Uint8Array.from(stems),
      length: 1,
      words: text.toLowerCase().split(' '),
    },
  };
}

/** Everything that the index remembers. */
async function answers(index: TextIndex) {
  const rows = await index.match(GROUP, 'anywhere');
  const all = [1, 2, 3, 4];
  const pieces = await index.pieces([GROUP], all);
  const lease = await index.terms(all);
  const terms = [...lease.of].map(([row, { stems, data }]) => [row, [...stems], [...data]]);
  lease.release();
  const ids = [...pieces.values()].flatMap((list) => list.map(({ piece }) => piece));
  return {
    rows,
    inTitle: await index.match(GROUP, 'title'),
    scored: await index.score([GROUP], 'any', [1, 1, 1, 1]),
    terms,
    counts: await index.stemCounts(all),
    rowsOfStems: await index.stemRows(all),
    pieces,
    texts: await index.texts([...ids, 99]),
    words: await index.wordsFrom('pri', 5),
    known: await index.known(['pricing', 'prices', 'prior']),
  };
}

/** Asked twice: what was read, and what is remembered of it. */
async function expectAsReopened(index: TextIndex): Promise<void> {
  await answers(index);
  const remembered = await answers(index);
  const fresh = openTextIndex(join(folder, 'text.sqlite'));
  expect(remembered).toEqual(await answers(fresh));
  await fresh.close();
}

describe('what an index remembers', () => {
  it('is what it would read, after every change of it', async () => {
    const index = openTextIndex(join(folder, 'text.sqlite'));
    await index.apply({ put: [asset('one', 'pricing for all', [1, 2])], remove: [] });
    await expectAsReopened(index);
    await index.apply({ put: [asset('two', 'prices and pricing', [2, 3])], remove: [] });
    await expectAsReopened(index);
    expect(await index.match(GROUP, 'anywhere')).toHaveLength(2);
    await index.apply({ put: [asset('one', 'prior work', [3])], remove: [] });
    await expectAsReopened(index);
    await index.apply({ put: [], remove: ['two'] });
    await expectAsReopened(index);
    expect(await index.match(GROUP, 'anywhere')).toHaveLength(0);
    await index.tidy();
    await expectAsReopened(index);
    await index.close();
  });

  it('is gone with the file: after a reset, and when another file takes its place', async () => {
    const index = openTextIndex(join(folder, 'text.sqlite'));
    await index.apply({ put: [asset('one', 'pricing for all', [1, 2])], remove: [] });
    await answers(index);
    const replacement = await index.replacement();
    await replacement.apply({ put: [asset('two', 'prior work', [4])], remove: [] });
    await replacement.commit();
    await expectAsReopened(index);
    expect(await index.match(GROUP, 'anywhere')).toHaveLength(0);
    await index.reset();
    expect([...(await index.terms([1, 2])).of]).toEqual([]);
    expect(await index.wordsFrom('pri', 5)).toEqual([]);
    await index.close();
  });

  it('gives the rows of long lists as the database has them', async () => {
    const index = openTextIndex(join(folder, 'text.sqlite'));
    const put = Array.from({ length: 300 }, (_, at) => asset(`asset ${at}`, `pricing ${at}`, [at]));
    await index.apply({ put, remove: [] });
    const rows = await index.match(GROUP, 'anywhere');
    expect([...rows]).toEqual(Array.from({ length: 300 }, (_, at) => at + 1));
    const scored = await index.score([GROUP], 'any', [1, 1, 1, 1]);
    expect([...scored.rows]).toEqual([...rows]);
    expect(scored.scores.every((score) => score >= 0)).toBe(true);
    expect([...(await index.match([{ text: 'nowhere', prefix: false }], 'anywhere'))]).toEqual([]);
    await index.close();
  });

  it('has the rows of a stem with their levels, in blocks and after rows went and came back', async () => {
    const index = openTextIndex(join(folder, 'text.sqlite'));
    const many = Array.from({ length: 2500 }, (_, at) => asset(`asset ${at}`, 'pricing', [7, 70 + (at % 3)]));
    await index.apply({ put: many.slice(0, 1500), remove: [] });
    await index.apply({ put: many.slice(1500), remove: [] });
    const [of7, of71, none] = await index.stemRows([7, 71, 9]);
    expect([...(of7?.rows ?? [])]).toEqual(Array.from({ length: 2500 }, (_, at) => at + 1));
    expect(of71?.rows.length).toBe(833);
    expect(new Set(of71?.levels)).toEqual(new Set([63]));
    expect(none?.rows.length).toBe(0);
    await index.apply({ put: [asset('asset 3', 'pricing', [8])], remove: ['asset 1'] });
    const rows = [...((await index.stemRows([7]))[0]?.rows ?? [])];
    expect(rows).toEqual(
      Array.from({ length: 2500 }, (_, at) => at + 1).filter((row) => row !== 2 && row !== 4),
    );
    await expectAsReopened(index);
    await index.close();
  });
});
