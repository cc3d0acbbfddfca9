import { existsSync, readdirSync, readFileSync } from 'node:fs';
import { basename, join } from 'node:path';
import { z } from 'zod';

/** Test collections for search in BEIR layout, and what is measured on them. */

const documentSchema = z.object({
  _id: z.coerce.string(),
  title: z
    .string()
    .nullish()
    .transform((title) => title ?? ''),
  text: z
    .string()
    .nullish()
    .transform((text) => text ?? ''),
});
const querySchema = z.object({ _id: z.coerce.string(), text: z.string() });

/** How many hits of a query are looked at. */
export const DEPTH = 100;

export type CollectionDocument = z.infer<typeof documentSchema>;
export type CollectionQuery = {
  readonly text: string;
  /** Documents with their grades; above 0 is relevant. */
  readonly judged: ReadonlyMap<string, number>;
};
export type Collection = {
  readonly name: string;
  readonly documents: readonly CollectionDocument[];
  /** Those that have judgements. */
  readonly queries: readonly CollectionQuery[];
};
export type Measures = { readonly ndcg10: number; readonly recall100: number; readonly mrr10: number };

/** Every collection below a folder, or the one that it is itself. */
export function readCollections(root: string): Collection[] {
  const folders = existsSync(join(root, 'corpus.jsonl'))
    ? [root]
    : readdirSync(root)
        .sort()
        .map((name) => join(root, name));
  return folders.filter((folder) => existsSync(join(folder, 'corpus.jsonl'))).map(readCollection);
}

function readCollection(folder: string): Collection {
  const documents = lines(join(folder, 'corpus.jsonl')).map((line) => documentSchema.parse(line));
  const judged = readJudgements(folder);
  const queries = lines(join(folder, 'queries.jsonl'))
    .map((line) => querySchema.parse(line))
    .flatMap(({ _id, text }) => {
      const of = judged.get(_id);
      return of === undefined ? [] : [{ text, judged: of }];
    });
  return { name: basename(folder), documents, queries };
}

function lines(path: string): unknown[] {
  return readFileSync(path, 'utf8')
    .split('\n')
    .filter((line) => line.trim() !== '')
    .map((line): unknown => JSON.parse(line));
}

/** `qrels.tsv`, or BEIR's own `qrels/test.tsv`. */
function readJudgements(folder: string): Map<string, Map<string, number>> {
  const paths = ['qrels.tsv', 'qrels/test.tsv', 'qrels/dev.tsv'].map((name) => join(folder, name));
  const path = paths.find((one) => existsSync(one));
  if (path === undefined) throw new Error(`There are no judgements (qrels.tsv) in ${folder}.`);
  const judged = new Map<string, Map<string, number>>();
  for (const line of readFileSync(path, 'utf8').split('\n')) {
    const [query = '', document = '', grade = ''] = line.trim().split('\t');
    // The head line has no number.
    if (document === '' || Number.isNaN(Number(grade))) continue;
    const of = judged.get(query) ?? new Map<string, number>();
    judged.set(query, of.set(document, Number(grade)));
  }
  return judged;
}

/** As trec_eval and BEIR do: linear gain, discounted by log2(rank + 1). */
export function measuresOf(found: readonly string[], judged: ReadonlyMap<string, number>): Measures {
  const gain = (grades: readonly number[]): number =>
    grades.slice(0, 10).reduce((sum, grade, at) => sum + Math.max(0, grade) / Math.log2(at + 2), 0);
  const isRelevant = (id: string): boolean => (judged.get(id) ?? 0) > 0;
  const ideal = gain([...judged.values()].sort((a, b) => b - a));
  const relevant = [...judged.keys()].filter(isRelevant).length;
  const first = found.slice(0, 10).findIndex(isRelevant);
  return {
    ndcg10: ideal === 0 ? 0 : gain(found.map((id) => judged.get(id) ?? 0)) / ideal,
    recall100: relevant === 0 ? 0 : found.slice(0, DEPTH).filter(isRelevant).length / relevant,
    mrr10: first < 0 ? 0 : 1 / (first + 1),
  };
}

/** The mean of each measure, to four digits. */
export function meanOf(all: readonly Measures[]): Measures {
  const of = (pick: (one: Measures) => number): number =>
    Math.round((all.reduce((sum, one) => sum + pick(one), 0) / Math.max(1, all.length)) * 10_000) / 10_000;
  return {
    ndcg10: of((one) => one.ndcg10),
    recall100: of((one) => one.recall100),
    mrr10: of((one) => one.mrr10),
  };
}
