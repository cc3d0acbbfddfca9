import type { AssetSummary } from '../../contract/assets.ts';
import { nameOfError } from '../../shared/defect.ts';
import { attributeValues } from '../assets/attribute-values.ts';
import type { LiveCatalog } from '../live/live-catalog.ts';
import type { PageText } from '../ports/extractor.ts';
import { learn, type Model } from './learn.ts';
import { LOOKED_AT_CHARS, type Signals, signalsOf } from './signals.ts';
import { type SuggestedField, suggestedFields, type TaggedDocument } from './tagged-document.ts';

/** Documents that are learned from: the newest. */
const MOST_DOCUMENTS = 1_500;

/** What the library is learned from. */
type TaggedSource = {
  readonly catalog: LiveCatalog;
  readonly summaries: () => ReadonlyMap<string, AssetSummary>;
  /** The pages of the current version; rejects where they are not here. */
  readonly textOf: (asset: AssetSummary) => Promise<readonly PageText[]>;
  readonly breathe: () => Promise<void>;
  readonly failed: (asset: string, error: string) => void;
};

/** What the hub's tagged documents teach; learned when it is asked for, and again where they have changed. */
export class TaggedLibrary {
  readonly #source: TaggedSource;
  /** Signals by what they depend on, so that only what is new is read. */
  #signals = new Map<string, Signals>();
  #learned: { readonly of: ReadonlyMap<string, AssetSummary>; readonly model: Promise<Model> } | undefined;

  constructor(source: TaggedSource) {
    this.#source = source;
  }

  /** What the library teaches now. */
  model(): Promise<Model> {
    const of = this.#source.summaries();
    if (this.#learned?.of === of) return this.#learned.model;
    const model = this.#learn(of).catch((error: unknown) => {
      this.#learned = undefined;
      throw error;
    });
    this.#learned = { of, model };
    return model;
  }

  async #learn(all: ReadonlyMap<string, AssetSummary>): Promise<Model> {
    const { catalog, breathe } = this.#source;
    const tagged = [...all.values()].filter(({ state }) => state !== 'archived' && state !== 'draft');
    const newest = tagged.sort((a, b) => b.publishedAt - a.publishedAt).slice(0, MOST_DOCUMENTS);
    const known = this.#signals;
    const signals = new Map<string, Signals>();
    const fields = suggestedFields(catalog);
    const documents: TaggedDocument[] = [];
    for (const asset of newest) {
      const key = [asset.version.id, asset.version.textSha256, asset.title, asset.folder].join('\n');
      const own = known.get(key) ?? (await this.#read(asset));
      signals.set(key, own);
      documents.push({ ...own, language: asset.language, values: valuesOf(asset, fields) });
    }
    this.#signals = signals;
    return await learn(catalog, documents, breathe);
  }

  async #read(asset: AssetSummary): Promise<Signals> {
    const { title, folder, version } = asset;
    const text = await this.#textOf(asset);
    return signalsOf({ title, folder, fileName: version.fileName, kind: version.kind, text });
  }

  async #textOf(asset: AssetSummary): Promise<string> {
    if (asset.version.text.state === 'not') return '';
    try {
      return firstText(await this.#source.textOf(asset));
    } catch (error) {
      // A text that has not arrived, or can't be read: its names still teach something.
      this.#source.failed(asset.id, nameOfError(error));
      return '';
    }
  }
}

/** The text of the first pages, as much as is looked at. */
export function firstText(pages: readonly PageText[]): string {
  let text = '';
  for (const page of pages) {
    if (page.hidden !== true) text += `${page.text}\n`;
    if (text.length >= LOOKED_AT_CHARS) break;
  }
  return text.slice(0, LOOKED_AT_CHARS);
}

function valuesOf(asset: AssetSummary, fields: readonly SuggestedField[]): TaggedDocument['values'] {
  return Object.fromEntries(fields.map((attribute) => [attribute, attributeValues(asset, attribute)]));
}
