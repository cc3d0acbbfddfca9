import { describe, expect, it } from 'vitest';
import type { ImportPlan } from '../../../../src/contract/import-plan.ts';
import {
  acceptedBy,
  allAccepted,
  foldersRead,
  isWorthPlanning,
  linesOf,
  rulePatterns,
} from '../../../../src/renderer/areas/publish/plan-lines.ts';
import {
  lineName,
  lineWords,
  sureWords,
  whyWords,
} from '../../../../src/renderer/areas/publish/plan-words.ts';
import { rowOf, terms } from './rows.ts';

const proposed = (sure: number, ruled = false) => [
  {
    attribute: 'type' as const,
    values: ['case-study'],
    files: 2,
    sure,
    why: { code: 'suggestions.folder-name' as const, values: { folder: 'Stories' } },
    ruled,
  },
];
const plan = (change: Partial<ImportPlan> = {}): ImportPlan => ({
  revision: 1,
  groups: [
    {
      folder: 'Sales/Stories',
      folders: ['Sales/Stories'],
      rows: ['a', 'b'],
      proposed: proposed(0.95),
      accepted: false,
    },
    { folder: 'Sales/Other', folders: ['Sales/Other'], rows: ['c'], proposed: [], accepted: false },
  ],
  families: [{ title: 'Deck', current: 'd', earlier: ['e', 'f'], joined: false }],
  editions: [],
  copies: [{ keep: 'a', same: ['g'] }],
  left: [{ row: 'h', reason: 'empty' }],
  ...change,
});
const rows = new Map(
  ['a', 'b', 'c', 'd', 'e', 'f', 'g', 'h'].map((id) => [id, { ...rowOf(id), folder: 'Sales/Decks' }]),
);

describe('the lines of an import plan', () => {
  it('are the folders, then versions, copies and what is left out', () => {
    const lines = linesOf(plan(), rows);
    expect(lines.map(({ kind, rows: files }) => [kind, files.length])).toEqual([
      ['group', 2],
      ['group', 1],
      ['families', 3],
      ['copies', 1],
      ['left', 1],
    ]);
    expect(lines.map(lineName).map(({ name }) => name)).toEqual([
      'Stories',
      'Other',
      'Decks',
      'Copies',
      'Left out',
    ]);
    expect(lines.map((line) => lineWords(line, terms))).toEqual([
      'Case study',
      'Nothing is proposed: choose in the table',
      '1 document in 3 versions: make each one asset, newest current',
      'Same as files that are kept',
      'Already in the library, or can’t be read',
    ]);
  });

  it('are documents in several languages, which are accepted and then done', () => {
    const editions = (joined: boolean) =>
      linesOf(
        plan({
          groups: [],
          families: [],
          copies: [],
          left: [],
          editions: [
            {
              title: 'Deck',
              original: 'a',
              rows: [
                { row: 'a', language: 'en' },
                { row: 'b', language: 'de' },
              ],
              joined,
            },
          ],
        }),
        rows,
      );
    const [open] = editions(false);
    expect(open && lineWords(open, terms)).toBe(
      '1 document in English and German: link as language versions',
    );
    expect(open && acceptedBy(open)).toEqual({ rows: [], families: [], editions: ['a'] });
    expect(editions(true).map(acceptedBy)).toEqual([undefined]);
  });

  it('tell while files are read how far each folder is', () => {
    const row = (id: string, folder: string, state: 'waiting' | 'ready' | 'failed') => ({
      ...rowOf(id),
      folder,
      state,
    });
    const read = [
      row('a', 'B', 'ready'),
      row('b', 'A 10', 'waiting'),
      row('c', 'A 2', 'failed'),
      row('d', 'B', 'waiting'),
    ];
    expect(foldersRead(read)).toEqual([
      { folder: 'A 2', files: 1, read: 1, failed: 1 },
      { folder: 'A 10', files: 1, read: 0, failed: 0 },
      { folder: 'B', files: 2, read: 1, failed: 0 },
    ]);
  });

  it('are named for their folders, tell lines of one folder apart, and are kept as a rule for each of them', () => {
    const of = (...folders: string[]) => ({
      folder: 'Sales',
      folders,
      rows: folders,
      proposed: proposed(0.95),
      accepted: false,
    });
    const lines = linesOf(
      plan({
        groups: [
          of('Sales/Mails', 'Sales/Neu/Mails', 'Sales/Letters'),
          of('Sales'),
          of('Sales/Notes'),
          of(''),
        ],
        families: [],
        copies: [],
        left: [],
      }),
      rows,
    );
    expect(lines.map(lineName)).toEqual([
      { name: 'Mails, Mails and 1 more', above: 'Sales' },
      { name: 'Sales', above: '' },
      { name: 'Notes', above: 'Sales' },
      { name: 'Files without a folder', above: '' },
    ]);
    expect(new Set(lines.map(({ key }) => key)).size).toBe(4);
    expect(lines.map(rulePatterns)).toEqual([['*/Mails/*', '*/Letters/*'], ['*/Sales/*'], ['*/Notes/*'], []]);
  });

  it('are accepted as far as something is proposed and was not accepted before', () => {
    const lines = linesOf(plan(), rows);
    expect(lines.map(acceptedBy)).toEqual([
      { rows: ['a', 'b'], families: [], editions: [] },
      undefined,
      { rows: [], families: ['d'], editions: [] },
      undefined,
      undefined,
    ]);
    expect(allAccepted(lines)).toEqual({ rows: ['a', 'b'], families: ['d'], editions: [] });
    const [group] = plan().groups;
    const done = plan({
      groups: group === undefined ? [] : [{ ...group, accepted: true }],
      families: plan().families.map((family) => ({ ...family, joined: true })),
    });
    expect(allAccepted(linesOf(done, rows))).toEqual({ rows: [], families: [], editions: [] });
  });

  it.each([
    ['sure', proposed(0.95)],
    ['likely', proposed(0.85)],
    ['rule', proposed(1, true)],
    ['', []],
  ])('say how sure a proposal is: %s', (word, those) => {
    const group = { folder: 'Stories', folders: ['Stories'], rows: ['a'], proposed: those, accepted: false };
    expect(sureWords(group)).toBe(word);
    expect(whyWords(group)).toBe(those.length === 0 ? '' : 'The folder is called ‘Stories’.');
  });

  it('come before the table where there is more than one folder, or many files', () => {
    const files = (count: number, folder: (at: number) => string) =>
      Array.from({ length: count }, (_, at) => ({ ...rowOf(`r${at}`), folder: folder(at) }));
    expect(isWorthPlanning(files(10, () => 'Sales'))).toBe(false);
    expect(isWorthPlanning(files(11, () => 'Sales'))).toBe(true);
    expect(isWorthPlanning(files(2, (at) => `Sales/${at}`))).toBe(true);
  });
});
