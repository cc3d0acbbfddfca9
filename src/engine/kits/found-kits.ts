import type { AssetSummary } from '../../contract/assets.ts';
import { dimensionValues } from '../../shared/dimension-values.ts';
import { GUIDANCE } from '../../shared/vocabulary/kits.ts';
import type { FoundKit } from '../search/search.ts';
import type { Kits, StandingKit } from './kits.ts';

/** Kits as the search finds them. */

/** A digest that no file has: there is none behind a kit. */
const NO_FILE = '0'.repeat(64) as AssetSummary['version']['sha256'];

type From = { readonly standing: StandingKit; readonly told: string };

/** What is searched of the kits that the person here may see, so long remembered as they stay the same: what has not changed is not indexed again. */
export class FoundKits {
  readonly #kits: Pick<Kits, 'visible'>;
  #of: ReadonlyMap<string, StandingKit> | undefined;
  #found: ReadonlyMap<string, FoundKit> = new Map();
  /** What each was made of: only of those that became another one it is made again. */
  #from: ReadonlyMap<string, From> = new Map();

  constructor(kits: Pick<Kits, 'visible'>) {
    this.#kits = kits;
  }

  get(): ReadonlyMap<string, FoundKit> {
    const of = this.#kits.visible();
    if (this.#of !== of) {
      this.#of = of;
      this.#found = this.#work(of);
    }
    return this.#found;
  }

  /** The same map where nothing of it is another one: a rating of some asset makes no search begin anew. */
  #work(of: ReadonlyMap<string, StandingKit>): ReadonlyMap<string, FoundKit> {
    const before = this.#found;
    const found = new Map<string, FoundKit>();
    const from = new Map<string, From>();
    let same = before.size === of.size;
    for (const [id, standing] of of) {
      const [old, was] = [before.get(id), this.#from.get(id)];
      const next = was?.standing === standing ? undefined : foundKit(standing);
      const told = next === undefined ? was?.told : textOf(next);
      const kept = old !== undefined && (next === undefined || told === was?.told) ? old : next;
      if (kept === undefined || told === undefined) continue;
      same &&= kept === old;
      found.set(id, kept);
      from.set(id, { standing, told });
    }
    this.#from = from;
    return same ? before : found;
  }
}

/** What of a kit is told and searched, as one text. */
function textOf({ kit, pages }: FoundKit): string {
  return JSON.stringify([kit, pages]);
}

function foundKit({ data, items, summary }: StandingKit): FoundKit {
  const guidance = GUIDANCE.map((one) => data.fields[one]).filter((text) => text !== '');
  const contents = items.flatMap(({ asset, edition, item }) =>
    asset === undefined
      ? []
      : [[asset.title, edition?.title ?? '', item.why].filter((text) => text !== '').join(' · ')],
  );
  const texts = [guidance.join('\n'), contents.join('\n')];
  return {
    kit: summary,
    row: rowOf(summary, texts.join('\n\n')),
    pages: texts.map((text) => ({ label: '', text })),
  };
}

/** A kit as an asset would be that is found by the same: without a type, a file and a language. */
function rowOf(kit: StandingKit['summary'], text: string): AssetSummary {
  const { id, name, summary, stages, personas, products, audience, state, released } = kit;
  return {
    id,
    title: name,
    summary,
    type: '',
    stages,
    personas,
    products,
    audience,
    tags: [],
    folder: '',
    state,
    released,
    releaseOn: kit.releaseOn,
    expiresOn: kit.expiresOn,
    owner: kit.owner,
    verifier: null,
    recall: kit.recall && { ...kit.recall, replacement: undefined },
    verified: kit.verified,
    renewedAt: kit.verified?.at ?? kit.updatedAt,
    freshness: kit.state === 'due-for-review' ? 'stale' : 'fresh',
    ...dimensionValues(kit),
    reviewDays: 0,
    publishedAt: kit.madeAt,
    updatedAt: kit.updatedAt,
    version: {
      id,
      number: 1,
      sha256: NO_FILE,
      size: 0,
      fileName: '',
      mediaType: '',
      kind: 'other',
      pageCount: 2,
      words: 0,
      text: { state: 'searchable' },
      // Whatever is another text is indexed again: only compared, so that the text itself will do.
      textSha256: text as NonNullable<AssetSummary['version']['textSha256']>,
      addedAt: kit.updatedAt,
    },
    versionCount: 1,
    usefulness: kit.usefulness,
    uses: 0,
    lastUsedAt: null,
  };
}
