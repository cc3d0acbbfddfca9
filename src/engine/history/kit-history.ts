import type { History, HistoryEntry } from '../../contract/history.ts';
import { kitFieldsIn } from '../../domain/kits/kit-fields.ts';
import { itemFields, knownKit, type MadeKit } from '../../domain/kits/kit-selectors.ts';
import type { EventBody, ToldByEngine } from '../../domain/registry.ts';
import type { HistoryCode } from '../../shared/says/history.ts';
import { type Says, says } from '../../shared/says/says.ts';
import { toldKitField } from '../assets/dimension-fields.ts';
import type { WithAssets } from '../assets/with-assets.ts';
import { notFound } from '../base/refusal.ts';
import { entryHead, refusedWhyOf } from './history-entry.ts';
import { eventsAbout, toldBy } from './journal-events.ts';

/** How many assets an entry names. */
const NAMED = 3;

type Known = {
  readonly catalog: WithAssets['catalog'];
  readonly kit: MadeKit;
  readonly titleOf: (asset: string) => string | undefined;
  /** What each item was when an event set it, oldest first. */
  readonly assets: Map<string, string>;
};

/** Which kits the person here may see. */
export type WithSeenKits = { readonly kits: { seen(id: string): object | undefined } };

/** What happened to a kit, newest first. Throws `Refusal` where the person here may not see it. */
export async function kitHistory(replica: WithAssets & WithSeenKits, id: string): Promise<History> {
  const { catalog, summaries } = replica;
  const kit = knownKit(catalog, id);
  if (kit === undefined || replica.kits.seen(id) === undefined) throw notFound('kit');
  const known: Known = { catalog, kit, assets: new Map(), titleOf: (asset) => summaries.seen(asset)?.title };
  const entries: HistoryEntry[] = [];
  for (const event of await eventsAbout(catalog, id)) {
    const { told, draft } = event;
    if (told?.isAbout('kit', id) !== true) continue;
    noteAssets(known, draft);
    const what = told.what ?? toldBy(KIT_TOLD, draft, known);
    if (what === undefined) continue;
    const refused = refusedWhyOf(catalog, event);
    entries.push({
      ...entryHead(replica, event),
      what,
      changes: [],
      ...(refused !== undefined && { refused }),
    });
  }
  return { entries: entries.reverse(), canRestore: false };
}

/** By kind: one that is left to the engine and not told here does not compile. */
const KIT_TOLD: {
  readonly [Kind in ToldByEngine<'kit'>]: (body: EventBody<Kind>, known: Known) => Says<HistoryCode>;
} = {
  'kit-edited': ({ set }, { catalog }) => {
    if (set.gone === true) return says('history.kit-removed');
    if (set.status === 'published') return says('history.kit-published');
    if (set.status === 'archived') return says('history.kit-archived');
    return says('history.kit-changed', {
      fields: kitFieldsIn(set).map((field) => toldKitField(catalog, field)),
    });
  },
  'kit-items-set': ({ items }, known) => {
    const titles = items.flatMap(({ item }) => titleOfItem(known, item) ?? []);
    if (titles.length === 0) return says('history.kit-items-hidden');
    const named = { titles: titles.slice(0, NAMED), more: Math.max(0, titles.length - NAMED) };
    if (items.every(({ removed }) => removed === true)) return says('history.kit-took-out', named);
    if (items.every(({ removed }) => removed === false)) return says('history.kit-added', named);
    const onlyMoved = items.every((item) =>
      Object.keys(item).every((field) => field === 'item' || field === 'place'),
    );
    return says(onlyMoved ? 'history.kit-moved' : 'history.kit-items', named);
  },
};

function noteAssets(
  { assets }: Known,
  { kind, body }: { readonly kind: string; readonly body: object },
): void {
  if (kind !== 'kit-items-set' && kind !== 'kit-created') return;
  const { items } = body as EventBody<'kit-items-set'>;
  for (const { item, asset } of items) if (asset !== undefined) assets.set(item, asset);
}

function titleOfItem({ kit, assets, titleOf }: Known, item: string): string | undefined {
  const asset = assets.get(item) ?? itemFields(kit.items.get(item))?.asset;
  return asset === undefined ? undefined : titleOf(asset);
}
