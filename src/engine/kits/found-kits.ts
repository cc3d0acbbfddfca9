import type { AssetSummary } from '../../contract/assets.ts';
import { GUIDANCE } from '../../shared/vocabulary/kits.ts';
import type { FoundKit } from '../search/search.ts';
import type { Kits, StandingKit } from './kits.ts';

/** Kits as the search finds them. */

/** A digest that no file has: there is none behind a kit. */
const NO_FILE = '0'.repeat(64) as AssetSummary['version']['sha256'];

/** What is searched of the kits that the person here may see, so long remembered as they stay the same: what has not changed is not indexed again. */
export class FoundKits {
  readonly #kits: Pick<Kits, 'visible'>;
  #of: ReadonlyMap<string, StandingKit> | undefined;
  #found: ReadonlyMap<string, FoundKit> = new Map();

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
    let same = before.size === of.size;
    for (const [id, standing] of of) {
      const old = before.get(id);
      const next = foundKit(standing);
      const kept = old !== undefined && isSame(old, next) ? old : next;
      same &&= kept === old;
      found.set(id, kept);
    }
    return same ? before : found;
  }
}

function isSame(one: FoundKit, other: FoundKit): boolean {
  const text = ({ kit, pages }: FoundKit) => JSON.stringify([kit, pages]);
  return text(one) === text(other);
}

function foundKit({ data, items, summary }: StandingKit): FoundKit {
  const guidance = GUIDANCE.map((one) => data.fields[one]).filter((text) => text !== '');
  const contents = items.flatMap(({ asset, item }) =>
    asset === undefined ? [] : [[asset.title, item.why].filter((text) => text !== '').join(' · ')],
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
    recall: null,
    verified: null,
    renewedAt: kit.updatedAt,
    freshness: 'fresh',
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
