import { join } from 'node:path';
import { createRouterClient } from '@orpc/server';
import type { Holds } from '../../../src/domain/kernel/holds.ts';
import {
  DEFAULT_PERSONAS,
  DEFAULT_STAGES,
  DEFAULT_TYPES,
} from '../../../src/domain/taxonomy/default-taxonomy.ts';
import { DEFAULT_SYNONYMS } from '../../../src/domain/taxonomy/synonyms.ts';
import { dimensionTermKey, type TaxonomyPart } from '../../../src/domain/taxonomy/terms.ts';
import { attributeValues } from '../../../src/engine/assets/attribute-values.ts';
import { signalsOf } from '../../../src/engine/suggestions/signals.ts';
import { SUGGESTED, type TaggedDocument } from '../../../src/engine/suggestions/tagged-document.ts';
import { firstText } from '../../../src/engine/suggestions/tagged-library.ts';
import { languageOf } from '../../../src/platform/extract/text/language.ts';
import { openReplica, startHub } from '../replica.ts';
import { INDUSTRIES, REGIONS, RIVALS } from './drive-words.ts';
import { makeDrive } from './marketing-drive.ts';

/** Tagged documents to measure suggestions by. */

const stamped = <Term extends { readonly id: string }>(terms: readonly Term[]) =>
  new Map(terms.map((term) => [term.id, { value: term, stamp: '' }]));

/** Dimensions of the made-up drive: id, name, whether it has many values, terms. */
const DIMENSIONS: readonly (readonly [string, string, boolean, readonly string[]])[] = [
  ['industry', 'Industry', true, INDUSTRIES],
  ['competitor', 'Competitor', true, RIVALS],
  ['region', 'Region', false, Object.values(REGIONS)],
];

/** A new hub's words, as suggestions ask for them. */
export const TAXONOMY: Holds<TaxonomyPart> = {
  state: {
    taxonomy: {
      stages: stamped(DEFAULT_STAGES),
      personas: stamped(DEFAULT_PERSONAS),
      types: stamped(DEFAULT_TYPES),
      products: stamped([
        { id: 'fennwick-flow', name: 'Fennwick Flow', order: 1 },
        { id: 'fennwick-pay', name: 'Fennwick Pay', order: 2 },
      ]),
      dimensions: stamped(
        DIMENSIONS.map(([id, name, many], order) => ({ id, name, many, required: false, order })),
      ),
      dimensionTerms: new Map(
        DIMENSIONS.flatMap(([dimension, , , terms]) =>
          terms.map((name, order) => {
            const value = { dimension, id: name.toLowerCase(), name, definition: '', synonyms: [], order };
            return [dimensionTermKey(dimension, value.id), { value, stamp: '' }];
          }),
        ),
      ),
      synonyms: stamped(DEFAULT_SYNONYMS.map((group) => ({ ...group, words: [...group.words] }))),
    },
  },
};

/** The sample hub's documents as the engine has them. */
export async function sampleDocuments(folder: string): Promise<TaggedDocument[]> {
  const replica = await openReplica(join(folder, 'sample'));
  try {
    await startHub(replica, true);
    await replica.engine.indexed();
    const client = createRouterClient(replica.engine.router);
    const documents: TaggedDocument[] = [];
    for (const asset of replica.engine.summaries().values()) {
      const { title, folder: from, version, language } = asset;
      const { pages } = await client.assets.text({ version: version.id });
      const signals = signalsOf({
        title,
        folder: from,
        fileName: version.fileName,
        kind: version.kind,
        text: firstText(pages.map(({ label, text }) => ({ label, text }))),
      });
      const values = Object.fromEntries(
        SUGGESTED.map((attribute) => [attribute, attributeValues(asset, attribute)]),
      );
      documents.push({ ...signals, language: languageOf(pages.map(({ text }) => text)) ?? language, values });
    }
    return documents;
  } finally {
    await replica.close();
  }
}

/** The documents of a made-up drive, without its versions, copies and junk. */
export function driveDocuments(count: number, seed: number): TaggedDocument[] {
  return makeDrive(count, seed, Date.UTC(2026, 10, 1)).flatMap(({ path, bytes, truth, family, copyOf }) => {
    if (truth === undefined || family !== undefined || copyOf !== undefined) return [];
    const text = new TextDecoder().decode(bytes).replace(/<[^>]+>/gu, '\n');
    const fileName = path.slice(path.lastIndexOf('/') + 1);
    const about = {
      title: fileName.replace(/\.[a-z]+$/u, ''),
      fileName,
      folder: path.slice(0, path.lastIndexOf('/')),
      text,
    };
    const values = {
      type: [truth.type],
      stages: truth.stages,
      personas: truth.personas,
      language: [truth.language],
      'dimension:industry': truth.industry,
      'dimension:competitor': truth.competitor,
      'dimension:region': truth.region,
      audience: DEFAULT_TYPES.filter(({ id }) => id === truth.type).map(({ audience }) => audience),
    };
    return [{ ...signalsOf({ ...about, kind: 'markdown' as const }), language: languageOf([text]), values }];
  });
}
