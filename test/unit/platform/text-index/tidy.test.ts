import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import Database from 'libsql';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import type { IndexedAsset, TextIndex } from '../../../../src/engine/ports/text-index.ts';
import { openTextIndex } from '../../../../src/platform/text-index/sqlite-text-index.ts';

const BATCHES = 20;
let path = '';

beforeEach(() => {
  path = join(mkdtempSync(join(tmpdir(), 'kitbag-index-')), 'text.sqlite');
});
afterEach(() => rmSync(join(path, '..'), { recursive: true, force: true }));

function asset(number: number): IndexedAsset {
  const text = `pricing of plan ${number} and what it takes`;
  return {
    asset: `asset ${number}`,
    fingerprint: text,
    title: `Plan ${number}`,
    tags: '',
    summary: '',
    pieces: [{ page: 1, label: '1', text, sought: text, hidden: false }],
    terms: {
      stems: Uint32Array.of(number),
      data: Uint8Array.of(1),
      levels: Uint8Array.of(1),
      length: 1,
      words: text.split(' '),
    },
  };
}

async function write(index: TextIndex, tidyFollows: boolean): Promise<void> {
  for (let at = 0; at < BATCHES; at += 1)
    await index.apply({ put: [asset(at)], remove: [] }, { tidyFollows });
}

/** In how many parts the inverted lists of a table lie. */
function segments(table: 'asset' | 'piece_text'): unknown {
  const db = new Database(path, { readonly: true });
  const [count] = [db.prepare(`SELECT count(DISTINCT segid) FROM ${table}_idx`).raw().get()].flat();
  db.close();
  return count;
}

function found(index: TextIndex) {
  return index.score([[{ text: 'pla', prefix: true }]], 'any', [2, 1, 1, 1]);
}

describe('writing much', () => {
  it('leaves parts that are put together by a tidy, also by one in a later process, and is found alike before and after', async () => {
    const first = openTextIndex(path);
    expect(await first.isUntidy()).toBe(false);
    await write(first, true);
    expect([segments('asset'), segments('piece_text')]).toEqual([BATCHES, BATCHES]);
    const before = await found(first);
    expect(before.rows).toHaveLength(BATCHES);
    await first.close();
    const second = openTextIndex(path);
    expect(await second.isUntidy()).toBe(true);
    expect(await found(second)).toEqual(before);
    await second.tidy();
    expect(await second.isUntidy()).toBe(false);
    expect(await found(second)).toEqual(before);
    await second.close();
    expect([segments('asset'), segments('piece_text')]).toEqual([1, 1]);
  });

  it('stays untidy where the tidy is cancelled', async () => {
    const index = openTextIndex(path);
    await write(index, true);
    await index.tidy({ signal: AbortSignal.abort() });
    expect(await index.isUntidy()).toBe(true);
    await index.close();
  });

  it('merges as it goes where no tidy follows', async () => {
    const index = openTextIndex(path);
    await write(index, false);
    expect(segments('asset')).toBeLessThan(BATCHES);
    expect(await index.isUntidy()).toBe(false);
    await index.tidy();
    await write(index, true);
    await index.tidy();
    await write(index, false);
    expect(segments('asset')).toBeLessThan(BATCHES);
    await index.close();
  });
});
