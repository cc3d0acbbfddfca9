import { readdirSync, readFileSync } from 'node:fs';
import { join, relative } from 'node:path';
import { describe, expect, it } from 'vitest';
import { literalWords } from './literal-words.ts';

const SRC = join(import.meta.dirname, '../../../src');

/** What is written in the sources all the same: names of things that no language calls otherwise, and names that nobody reads. */
const ALLOWED: Readonly<Record<string, readonly string[]>> = {
  'renderer/app/palette-items.ts': ['label', 'keywords'],
  'renderer/areas/hub/place/bucket-address-fields.tsx': ['https://s3.example.com', 'us-east-1'],
  'renderer/areas/insights/insights-screen.tsx': ['usefulness', 'unused', 'stale', 'insights-…'],
  'renderer/areas/insights/requests-insight.tsx': ['insights-requests'],
  'renderer/areas/reader/pdf/load-pdfjs.ts': ['pdf'],
  'renderer/areas/search-quality/unanswered-searches.tsx': ['insights-unanswered'],
  'renderer/areas/welcome/welcome-screen.tsx': ['role'],
  // Languages call themselves as their speakers do.
  'renderer/ui/language.ts': ['English', 'Deutsch'],
};

function wordsOf(folder: string): string[] {
  return readdirSync(join(SRC, folder), { recursive: true, withFileTypes: true })
    .filter((entry) => entry.isFile() && /(?<!\.d)\.tsx?$/.test(entry.name))
    .flatMap((entry) => {
      const path = join(entry.parentPath, entry.name);
      const name = relative(SRC, path).replaceAll('\\', '/');
      return literalWords(path, readFileSync(path, 'utf8'))
        .filter(({ text }) => ALLOWED[name]?.includes(text) !== true)
        .map(({ line, text }) => `${name}:${line} ${text}`);
    });
}

describe('what people read in the window', () => {
  it('is a message of the catalogs: no sentence stands in the sources of window and words', () => {
    expect(['renderer', 'words'].flatMap(wordsOf)).toEqual([]);
  });

  it.each([
    ['text between tags', 'const a = <p>Nothing here</p>;'],
    ['one of two words between tags', "const a = <p>{none ? 'none' : count}</p>;"],
    ['a label', 'const a = <Field label="Name" />;'],
    ['one of two labels', 'const a = <Field label={open ? `Close` : t`Open`} />;'],
    ['a field that people read', "const a = { label: 'Name' };"],
    ['a sentence anywhere', "show('Nothing was changed.');"],
    ['a sentence with values', 'show(`Saved as \u0024{name}.`);'],
  ])('would be seen: %s', (_, source) => {
    expect(literalWords('a.tsx', source)).toHaveLength(1);
  });

  it.each([
    ['a message', 'const a = <p title={t`Name`}>{t`Nothing here`}</p>;'],
    ['a message with elements', '<Trans>Marked: <b>{words}</b></Trans>;'],
    ['a plural', "plural(count, { one: 'One file', other: 'Some files are here' });"],
    [
      'what only developers read',
      "throw new Error('The page has no root.'); console.error('The shell is silent.');",
    ],
    [
      'codes and names of keys',
      "const a = <Pill kind=\"new\" keys={['Mod+K', 'ArrowUp']} />; const b = 'in-review';",
    ],
    ['types', "type A = 'Go to' | 'Do this';"],
  ])('is not taken for it: %s', (_, source) => {
    expect(literalWords('a.tsx', source)).toEqual([]);
  });
});
