import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { basename, join } from 'node:path';
import { learn } from '../../src/engine/suggestions/learn.ts';
import type { Signals } from '../../src/engine/suggestions/signals.ts';
import { suggest } from '../../src/engine/suggestions/suggest.ts';
import type { SuggestedField, TaggedDocument } from '../../src/engine/suggestions/tagged-document.ts';
import { makeDrive, writeDrive } from './drive/marketing-drive.ts';
import { driveDocuments, sampleDocuments, TAXONOMY } from './drive/tagged.ts';
import { tenths } from './figures.ts';
import { openReplica, startHub } from './replica.ts';

/**
 * How often suggestions are right: each document of the sample hub left out in turn, and half of a made-up drive against the other half; beside
 * the most frequent value, and what paths and names alone say. Prints JSON. Argument: how many documents the drive has.
 */

const ASKED: readonly SuggestedField[] = [
  'type',
  'stages',
  'personas',
  'products',
  'language',
  'audience',
  'dimension:industry',
  'dimension:competitor',
  'dimension:region',
];
type Said = Readonly<Partial<Record<SuggestedField, readonly string[]>>>;
type Asked = { readonly said: Said; readonly right: TaggedDocument['values'] };

/** Shares of all that was said that were right, and of all that is right that were said. */
function judged(all: readonly Asked[]) {
  return Object.fromEntries(
    ASKED.flatMap((attribute) => {
      let [said, hits, wanted] = [0, 0, 0];
      for (const one of all) {
        const right = one.right[attribute] ?? [];
        const given = one.said[attribute] ?? [];
        said += given.length;
        hits += given.filter((value) => right.includes(value)).length;
        wanted += right.length;
      }
      if (wanted === 0) return [];
      return [[attribute, { precision: percent(hits, said), recall: percent(hits, wanted), said }]];
    }),
  );
}

function percent(part: number, all: number): number | null {
  return all === 0 ? null : tenths((100 * part) / all);
}

/** What everybody would say who has looked at nothing: the value that most have. */
function mostFrequent(library: readonly TaggedDocument[]): Said {
  return Object.fromEntries(
    ASKED.map((attribute) => {
      const counts = new Map<string, number>();
      for (const { values } of library)
        for (const value of values[attribute] ?? []) counts.set(value, (counts.get(value) ?? 0) + 1);
      const [first] = [...counts].sort((a, b) => b[1] - a[1]);
      return [attribute, first === undefined ? [] : [first[0]]];
    }),
  );
}

async function ask(library: readonly TaggedDocument[], document: Signals): Promise<Said> {
  const found = suggest(await learn(TAXONOMY, library, () => Promise.resolve()), document);
  return Object.fromEntries(ASKED.map((attribute) => [attribute, found[attribute]?.values ?? []]));
}

/** Everything but what it is called, as if its text were not there. */
function namesOnly(document: TaggedDocument): TaggedDocument {
  return { ...document, language: undefined, words: new Map(), length: 0 };
}

async function leaveOneOut(documents: readonly TaggedDocument[]) {
  const [own, frequent, path]: [Asked[], Asked[], Asked[]] = [[], [], []];
  for (const document of documents) {
    const others = documents.filter((other) => other !== document);
    const right = document.values;
    own.push({ said: await ask(others, document), right });
    frequent.push({ said: mostFrequent(others), right });
    path.push({ said: await ask([], namesOnly(document)), right });
  }
  return {
    documents: documents.length,
    suggestions: judged(own),
    mostFrequent: judged(frequent),
    pathOnly: judged(path),
  };
}

async function heldOut(documents: readonly TaggedDocument[]) {
  const library = documents.filter((_, at) => at % 2 === 0);
  const asked = documents.filter((_, at) => at % 2 === 1);
  const model = await learn(TAXONOMY, library, () => Promise.resolve());
  const said = (document: Signals): Said => {
    const found = suggest(model, document);
    return Object.fromEntries(ASKED.map((attribute) => [attribute, found[attribute]?.values ?? []]));
  };
  const frequent = mostFrequent(library);
  const path: Asked[] = [];
  for (const document of asked)
    path.push({ said: await ask([], namesOnly(document)), right: document.values });
  return {
    documents: asked.length,
    suggestions: judged(asked.map((document) => ({ said: said(document), right: document.values }))),
    mostFrequent: judged(asked.map(({ values }) => ({ said: frequent, right: values }))),
    pathOnly: judged(path),
  };
}

/** Pairs of files that are of one family. */
function pairsOf(families: readonly (readonly string[])[]): Set<string> {
  return new Set(
    families.flatMap((files) =>
      files.flatMap((a, at) => files.slice(at + 1).map((b) => [a, b].toSorted().join('\n'))),
    ),
  );
}

/** What the plan of a whole drive comes to, read by the engine: planted versions, copies and junk beside what was found. */
async function planned(folder: string, documents: number) {
  const drive = makeDrive(documents, 11, Date.UTC(2026, 10, 1));
  const files = join(folder, 'drive');
  writeDrive(files, drive);
  const replica = await openReplica(join(folder, 'planned'));
  try {
    await startHub(replica, false);
    const started = performance.now();
    const outline = await replica.engine.outlineImport([files]);
    const seconds = tenths((performance.now() - started) / 1000);
    const byFamily = new Map<string, string[]>();
    for (const { path, family, place = 0 } of drive)
      if (family !== undefined)
        (byFamily.get(family) ?? byFamily.set(family, []).get(family) ?? [])[place] = join(files, path);
    const truth = pairsOf([...byFamily.values()]);
    const found = outline.families.map(({ current, earlier }) => [...earlier, current]);
    const pairs = pairsOf(found);
    const right = [...pairs].filter((pair) => truth.has(pair)).length;
    const planted = [...byFamily.values()].map((paths) => paths.join('\n'));
    const inOrder = found.filter((paths) => planted.includes(paths.join('\n'))).length;
    const copies = drive.filter(({ copyOf }) => copyOf !== undefined).map(({ path }) => join(files, path));
    const kept = new Set(outline.duplicates.flatMap(({ same }) => same));
    const junk = new Set(
      drive.filter(({ truth: tagged }) => tagged === undefined).map(({ path }) => join(files, path)),
    );
    const guessedJunk = outline.groups.filter(
      ({ files: those, proposed }) =>
        those.every((path) => junk.has(path)) && Object.keys(proposed).length > 0,
    ).length;
    return {
      files: drive.length,
      seconds,
      families: planted.length,
      familiesInOrder: inOrder,
      familyRecall: percent(right, truth.size),
      familyPrecision: percent(right, pairs.size),
      copies: copies.length,
      copiesFound: copies.filter((path) => kept.has(path)).length,
      groups: outline.groups.length,
      guessedJunk,
      wrongFamilies: found
        .filter((paths) => !planted.includes(paths.join('\n')))
        .map((paths) => paths.map((path) => basename(path))),
    };
  } finally {
    await replica.close();
  }
}

const count = Number(process.argv[2] ?? 300);
const folder = mkdtempSync(join(tmpdir(), 'kitbag-bench-'));
try {
  const sample = await leaveOneOut(await sampleDocuments(folder));
  const drive = await heldOut(driveDocuments(count, 7));
  console.log(JSON.stringify({ sample, drive, plan: await planned(folder, count) }));
} finally {
  rmSync(folder, { recursive: true, force: true });
}
