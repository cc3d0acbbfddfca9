import { setImmediate } from 'node:timers/promises';
import { describe, expect, it } from 'vitest';
import { MODEL } from '../../../../src/domain/registry.ts';
import { RowSuggestions, type SuggestingPorts } from '../../../../src/engine/publish/row-suggestions.ts';
import { type HeldRow, newRow } from '../../../../src/engine/publish/staged-row.ts';
import { learn, type Model } from '../../../../src/engine/suggestions/learn.ts';
import { says } from '../../../../src/shared/says/says.ts';
import type { DocumentKind } from '../../../../src/shared/vocabulary/assets.ts';
import type { Sha256 } from '../../../../src/shared/vocabulary/ids.ts';

const FOLDER = 'Drive/Wins';

/** A row that was read. */
function readRow(id: string, name: string, kind: DocumentKind): HeldRow {
  const { row, ...held } = newRow(id, { path: `/${name}`, name, folder: FOLDER, size: 9, modifiedAt: 0 });
  return {
    ...held,
    row: { ...row, state: 'ready' },
    document: {
      kind,
      mediaType: 'text/plain',
      sha256: 'a'.repeat(64) as Sha256,
      size: 9,
      fileName: name,
      pageCount: 1,
      words: 2,
      textChars: 9,
      text: { state: 'searchable' },
      misnamed: false,
    },
  };
}

/** What suggests something for these rows, and what failed. */
function suggesting(rows: readonly HeldRow[], ports: Pick<SuggestingPorts, 'tagged' | 'ruled'>) {
  const failures: unknown[] = [];
  const suggestions = new RowSuggestions(
    {
      ...ports,
      textOf: async () => [],
      changed: () => undefined,
      failed: (error) => failures.push(error),
    },
    new Map(rows.map((held) => [held.row.id, held])),
  );
  return { suggestions, failures };
}

const ID = 's_0000000000000001';

describe('what is suggested for a row', () => {
  it('is waited for from the moment in which the row is read, and as long as the library is being learned', async () => {
    let reject: (error: Error) => void = () => undefined;
    const learned = new Promise<Model>((_, failed) => {
      reject = failed;
    });
    const tagged = { model: () => learned };
    const { suggestions, failures } = suggesting([readRow(ID, 'late.txt', 'text')], {
      tagged,
      ruled: () => ({}),
    });
    const read = suggestions.suggest(ID);
    let done = false;
    const waiting = suggestions.pending([ID]).then(() => {
      done = true;
    });
    await read;
    await setImmediate();
    expect(done).toBe(false);
    reject(new Error('The library could not be learned.'));
    await waiting;
    expect(failures).toHaveLength(1);
  });

  it('is not waited for on behalf of other rows', async () => {
    const tagged = { model: () => new Promise<Model>(() => undefined) };
    const { suggestions } = suggesting([readRow(ID, 'late.txt', 'text')], { tagged, ruled: () => ({}) });
    await suggestions.suggest(ID);
    await suggestions.pending(['s_0000000000000002']);
  });

  describe('from which nothing can be guessed', () => {
    const texts = ['1', '2', '3', '4'].map((n) => readRow(`s_000000000000000${n}`, `${n}.md`, 'text'));
    const type = { values: ['case-study'], sure: 1, why: says('suggestions.rule', { pattern: '*.md' }) };
    /** The type of a picture beside texts, where a rule says this of files. */
    async function typeOfPicture(rule: RegExp): Promise<string | null> {
      const picture = readRow('s_0000000000000009', 'icon.png', 'image');
      const rows = [...texts, picture];
      const model = learn({ state: MODEL.emptyCatalog() }, [], async () => undefined);
      const { suggestions } = suggesting(rows, {
        tagged: { model: () => model },
        ruled: (_, name) => (rule.test(name) ? { type } : {}),
      });
      await Promise.all(rows.map(({ row }) => suggestions.suggest(row.id)));
      await suggestions.pending();
      suggestions.settle();
      return picture.row.fields.type;
    }

    it('is nothing, whatever the files beside it are', async () => {
      expect(await typeOfPicture(/\.md$/)).toBeNull();
      expect(texts.map(({ row }) => row.fields.type)).toEqual(texts.map(() => 'case-study'));
    });

    it('is what a rule says', async () => {
      expect(await typeOfPicture(/\.(?:md|png)$/)).toBe('case-study');
    });
  });
});
