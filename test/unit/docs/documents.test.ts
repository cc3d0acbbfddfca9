import { existsSync, readdirSync, readFileSync } from 'node:fs';
import { dirname, join, relative } from 'node:path';
import { describe, expect, it } from 'vitest';

const root = join(import.meta.dirname, '../../..');
const folder = join(root, 'docs/decisions');
const ELSEWHERE = /^(?:[a-z]+:|#)/;

/** Every document of the project, without the sample's and what is installed or built. */
function documents(): string[] {
  const tops = readdirSync(root).filter((name) => name.endsWith('.md'));
  const inFolders = ['docs', 'scripts', 'src', 'test'].flatMap((top) =>
    readdirSync(join(root, top), { recursive: true, encoding: 'utf8' })
      .filter((name) => name.endsWith('.md'))
      .map((name) => join(top, name)),
  );
  return [...tops, ...inFolders];
}

/** The links of a document to files, each as it would be found from the root. */
function linksOf(document: string): string[] {
  const text = readFileSync(join(root, document), 'utf8').replace(/```[\s\S]*?```|`[^`\n]*`/g, '');
  return [...text.matchAll(/\]\(([^)\s]+)\)/g)]
    .map(([, target = '']) => target)
    .filter((target) => !ELSEWHERE.test(target))
    .map((target) => join(dirname(document), target.replace(/#.*$/, '')));
}

describe('documents', () => {
  it('link to files that there are', () => {
    const broken = documents().flatMap((document) =>
      linksOf(document)
        .filter((target) => !existsSync(join(root, target)))
        .map((target) => `${document}: ${relative('.', target)}`),
    );
    expect(broken).toEqual([]);
  });
});

describe('the lists of CONTRIBUTING.md', () => {
  it('name files that there are', () => {
    const text = readFileSync(join(root, 'CONTRIBUTING.md'), 'utf8');
    const named = [...text.matchAll(/`((?:src|test)\/[^`<>\s]+)`/g)].map(([, path = '']) => path);
    expect(named.length).toBeGreaterThan(40);
    expect(named.filter((path) => !existsSync(join(root, path)))).toEqual([]);
  });
});

describe('decisions', () => {
  const files = readdirSync(folder).filter((name) => /^\d{4}-.*\.md$/.test(name));
  const index = readFileSync(join(folder, 'README.md'), 'utf8');

  it('are numbered without a gap, each number once', () => {
    expect(files.map((name) => Number(name.slice(0, 4)))).toEqual(files.map((_, at) => at + 1));
  });

  it('say their number, date and status, and stand so in the index', () => {
    const wrong = files.filter((name) => {
      const text = readFileSync(join(folder, name), 'utf8');
      const [, number, title, date, status] =
        /^# (\d+)\. (.+)\n\nDate: (\d{4}-\d{2}-\d{2}) {2}\nStatus: (accepted|superseded by \d+)/.exec(text) ??
        [];
      return (
        Number(number) !== Number(name.slice(0, 4)) ||
        !index.includes(`| ${number} | [${title}](${name}) | ${date} | ${status} |`)
      );
    });
    expect(wrong).toEqual([]);
  });
});
