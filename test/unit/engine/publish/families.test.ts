import { describe, expect, it } from 'vitest';
import { type FamilyFile, familiesOf } from '../../../../src/engine/publish/families.ts';
import { nearFiles } from '../../../../src/engine/publish/near-files.ts';
import { NEAR_DUPLICATE, similarity, sketchOf } from '../../../../src/engine/publish/text-sketch.ts';

const DAY = 86_400_000;
const WORDS =
  'plan plant order stock shift price team pilot data site step cost week goal risk view load rate line unit'.split(
    ' ',
  );

/** A text of its own for each seed; a changed word in so many of its sentences makes it another version. */
function text(seed: number, changed = 0): string {
  const sentence = (at: number): string =>
    WORDS.map((_, place) => WORDS[(place * (at + 3) + seed * 7 + at) % WORDS.length])
      .slice(0, 9)
      .join(' ');
  return Array.from(
    { length: 30 },
    (_, at) => `${sentence(at)} ${seed} ${at < changed ? 'changed' : 'kept'} ${at}.`,
  ).join('\n');
}

type Made = {
  readonly path: string;
  readonly text: string;
  readonly days?: number;
  readonly language?: string;
};

function file({ path, text: content, days = 0, language }: Made): FamilyFile {
  const at = path.lastIndexOf('/');
  return {
    id: path,
    fileName: path.slice(at + 1),
    folder: at < 0 ? '' : path.slice(0, at),
    path: `/drive/${path}`,
    kind: 'pptx',
    language,
    writtenAt: days * DAY,
    sketch: sketchOf(content),
  };
}

const families = (...files: readonly Made[]) =>
  familiesOf(files.map(file)).map(({ current, earlier }) => [...earlier, current]);

describe('versions of one document in a drop', () => {
  it('are told by their names and texts, and put in order by their numbers', () => {
    expect(
      families(
        { path: 'Decks/Deck_v2_FINAL (2).pptx', text: text(1, 6) },
        { path: 'Decks/Deck v10.pptx', text: text(1, 9) },
        { path: 'Decks/Deck v1.pptx', text: text(1), days: 90 },
        { path: 'Decks/Other v1.pptx', text: text(2) },
      ),
    ).toEqual([['Decks/Deck v1.pptx', 'Decks/Deck_v2_FINAL (2).pptx', 'Decks/Deck v10.pptx']]);
  });

  it('are put in order by drafts, dates and final ones where nothing is numbered', () => {
    expect(
      families(
        { path: 'Plan final.pptx', text: text(1, 4), days: 1 },
        { path: 'Plan draft.pptx', text: text(1), days: 9 },
        { path: 'Plan.pptx', text: text(1, 2), days: 5 },
      ),
    ).toEqual([['Plan draft.pptx', 'Plan.pptx', 'Plan final.pptx']]);
  });

  it('may lie in a folder for what is old', () => {
    expect(
      families(
        { path: 'Decks/Deck.pptx', text: text(1, 3), days: 1 },
        { path: 'Decks/old/Deck.pptx', text: text(1), days: 9 },
      ),
    ).toEqual([['Decks/old/Deck.pptx', 'Decks/Deck.pptx']]);
  });

  it.each<[string, readonly Made[]]>([
    [
      'quarters',
      [
        { path: 'Q1 report.pptx', text: text(1) },
        { path: 'Q2 report.pptx', text: text(1, 2) },
      ],
    ],
    [
      'languages',
      [
        { path: 'Price list DE.pptx', text: text(1), language: 'de' },
        { path: 'Price list EN.pptx', text: text(2), language: 'en' },
      ],
    ],
    [
      'customers',
      [
        { path: 'Deck for ACME.pptx', text: text(1) },
        { path: 'Deck for Globex.pptx', text: text(1, 1) },
      ],
    ],
    [
      'the same proposal for two customers, each in a folder of its own',
      [
        { path: 'ACME/Proposal v1.pptx', text: text(1) },
        { path: 'Globex/Proposal v2.pptx', text: text(1, 12) },
      ],
    ],
    [
      'years with texts of their own',
      [
        { path: 'Annual report 2024.pptx', text: text(1) },
        { path: 'Annual report 2025.pptx', text: text(2) },
      ],
    ],
    [
      'the numbers of pictures',
      [
        { path: 'Office (1).pptx', text: '' },
        { path: 'Office (2).pptx', text: '' },
      ],
    ],
    [
      'formats',
      [
        { path: 'Deck.ppt', text: text(1) },
        { path: 'Deck.pptx', text: text(1) },
      ],
    ],
    [
      'one name by chance',
      [
        { path: 'Notes v1.pptx', text: text(1) },
        { path: 'Notes v2.pptx', text: text(2) },
      ],
    ],
  ])('are not what differs by %s', (_, files) => {
    expect(families(...files)).toEqual([]);
  });

  it('are years whose texts are mostly the same', () => {
    expect(
      families(
        { path: 'Annual report 2025.pptx', text: text(1, 3), days: 1 },
        { path: 'Annual report 2024.pptx', text: text(1), days: 2 },
      ),
    ).toHaveLength(1);
  });
});

describe('near-duplicates in a drop', () => {
  it('are found whatever they are called, with how much of them is the same', () => {
    const files = [
      { id: 'a', sketch: sketchOf(text(1)) },
      { id: 'b', sketch: sketchOf(text(1, 3)) },
      { id: 'c', sketch: sketchOf(text(2)) },
      { id: 'd', sketch: sketchOf('') },
    ];
    const pairs = nearFiles(files, () => false);
    expect(pairs.map(({ a, b }) => [a, b])).toEqual([['a', 'b']]);
    expect(pairs[0]?.similarity).toBeGreaterThanOrEqual(NEAR_DUPLICATE);
    expect(nearFiles(files, () => true)).toEqual([]);
  });

  it('of nothing is nothing said', () => {
    expect(similarity(sketchOf('too short'), sketchOf(text(1)))).toBeUndefined();
    expect(similarity(sketchOf(text(1)), sketchOf(text(1)))).toBe(1);
  });
});
