import type { KitChanges, KitEdit, NewKitItem } from '../../contract/kits.ts';
import { standingVersionsOf } from '../../domain/assets/asset-selectors.ts';
import { statusForRelease } from '../../domain/assets/asset-state.ts';
import { maySeeUnreleased } from '../../domain/assets/gate.ts';
import { KIT_DEFAULTS, type KitFields, type KitItemPatch } from '../../domain/kits/kit-fields.ts';
import type { KitItem } from '../../domain/kits/kit-selectors.ts';
import { afterPatches, type ItemsEdit, planItems } from '../../domain/kits/plan-items.ts';
import { may } from '../../domain/people/permissions.ts';
import type { PlainDraft } from '../../domain/undo/reversals.ts';
import { canonicalJson } from '../../shared/canonical-json.ts';
import { MOST_KIT_ITEMS } from '../../shared/limits.ts';
import { tidyRuns } from '../../shared/page-runs.ts';
import { says } from '../../shared/says/says.ts';
import { ID_PREFIX, newId } from '../../shared/vocabulary/ids.ts';
import { checkValues, summaryOf } from '../assets/assets.ts';
import { invalid, notAllowed, notFound } from '../base/refusal.ts';
import { mintHere } from '../live/minted.ts';
import type { KitData } from './kit-data.ts';
import { isOwnKit, type StandingKit } from './kits.ts';
import { smartBody } from './smart-kit.ts';
import type { WithKits } from './with-kits.ts';

/** Kits are made and changed: those of the hub by events that can be taken back, one's own on this device. */

type Kept = { kit: string; undo?: string };

/** A kit that the person here may see. Throws `Refusal` NOT_FOUND. */
export function kitOf(replica: WithKits, id: string): StandingKit {
  const kit = replica.kits.seen(id);
  if (kit === undefined) throw notFound('kit');
  return kit;
}

/** A kit as it is to be made. */
type NewKit = {
  readonly set: KitChanges & { readonly name: string };
  readonly items: readonly NewKitItem[];
  /** What it is made of. */
  readonly proposal?: string;
};

/** Makes a kit. Throws `Refusal` where something in it is not there, or it is not the person's to make. */
export async function createKit(replica: WithKits, input: NewKit & { readonly own: boolean }): Promise<Kept> {
  if (input.own) return keepOwn(replica, input);
  const made = madeKit(replica, input);
  return { kit: made.body.kit, ...(await replica.undos.commit([made])) };
}

/** The event that makes a kit of the hub. */
export function madeKit(
  replica: WithKits,
  { set, items, proposal }: NewKit,
): Extract<PlainDraft, { readonly kind: 'kit-created' }> {
  checkMayMake(replica);
  const fields = fieldsOf(replica, set, false);
  const patches = newKitItems(replica, items, fields);
  const { nonce, id } = mintHere(replica);
  const made = { status: 'draft' as const, ...fields, name: set.name };
  const status = set.status ?? statusByRelease(replica, KIT_DEFAULTS, made);
  return {
    kind: 'kit-created',
    body: {
      kit: id('kit'),
      nonce,
      fields: { ...made, ...(status !== undefined && { status }) },
      items: [...patches],
      ...(proposal !== undefined && { proposal }),
      at: replica.ports.clock.now(),
    },
  };
}

function newKitItems(
  replica: WithKits,
  items: readonly NewKitItem[],
  { smart }: Partial<KitFields>,
): readonly KitItemPatch[] {
  const add = newItems(replica, items, smart !== undefined && smart !== null);
  return planItems([], { remove: [], change: [], add });
}

async function keepOwn(replica: WithKits, input: NewKit): Promise<Kept> {
  const { random, clock } = replica.ports;
  const fields = { ...fieldsOf(replica, input.set, true), name: input.set.name };
  const items = afterPatches([], newKitItems(replica, input.items, fields)).map(ownItem);
  const kit = newId(ID_PREFIX.ownKit, (count) => random.bytes(count));
  const at = clock.now();
  await replica.ownKits.keep({ id: kit, fields, items, madeAt: at, updatedAt: at });
  ownChanged(replica);
  return { kit };
}

/** What is kept on this device is found and shown as it is now. */
function ownChanged({ changes, indexing }: WithKits): void {
  changes.emit('kits');
  indexing.start();
}

function ownItem({ item, asset, pages, version, why, place }: KitItem) {
  return { item, asset, pages, version, why, place };
}

/** Changes a kit, what is said of it and what it holds, in one write. */
export async function editKit(replica: WithKits, edit: KitEdit): Promise<Kept> {
  const { data } = kitOf(replica, edit.kit);
  if (!data.own) checkMayMake(replica);
  const set = changedFields(replica, data, fieldsOf(replica, edit.set, data.own));
  const patches = itemPatches(replica, data, edit, set);
  if (data.own) return changeOwn(replica, data, set, patches);
  const at = replica.ports.clock.now();
  const drafts: PlainDraft[] = [];
  if (Object.keys(set).length > 0) drafts.push({ kind: 'kit-edited', body: { kit: data.id, set, at } });
  for (let from = 0; from < patches.length; from += MOST_KIT_ITEMS)
    drafts.push({
      kind: 'kit-items-set',
      body: { kit: data.id, items: patches.slice(from, from + MOST_KIT_ITEMS), at },
    });
  return { kit: data.id, ...(await replica.undos.commit(drafts)) };
}

async function changeOwn(
  replica: WithKits,
  data: KitData,
  set: Partial<KitFields>,
  patches: readonly KitItemPatch[],
): Promise<Kept> {
  const own = replica.ownKits.known(data.id);
  if (own === undefined) throw notFound('kit');
  const items = afterPatches(data.items, patches).map(ownItem);
  const updatedAt = replica.ports.clock.now();
  await replica.ownKits.keep({ ...own, fields: { ...own.fields, ...set }, items, updatedAt });
  ownChanged(replica);
  if (replica.keptKits.isPinned(data.id)) replica.offline.wantedChanged();
  return { kit: data.id };
}

/** Another kit with the same contents. */
export function copyKit(
  replica: WithKits,
  input: { readonly kit: string; readonly own: boolean; readonly name?: string | undefined },
): Promise<Kept> {
  const { data, items } = kitOf(replica, input.kit);
  const { gone: _, status: _status, smart: _smart, owner: _owner, ...fields } = data.fields;
  const seen = items.filter(({ asset }) => asset !== undefined);
  const named = seen.filter(({ asset }) => asset?.id === fields.cover?.asset);
  return createKit(replica, {
    own: input.own,
    set: {
      ...fields,
      releaseOn: null,
      cover: named.length > 0 ? fields.cover : null,
      name: input.name ?? fields.name,
    },
    items: seen.map(({ item: { asset, pages, version, why }, problem }) => ({
      asset,
      pages: problem === 'pages-gone' ? [] : pages,
      version: problem === 'version-gone' ? null : version,
      why,
    })),
  });
}

/** Puts kits away. */
export async function archiveKits(
  replica: WithKits,
  ids: readonly string[],
): Promise<{ changed: string[]; undo?: string }> {
  checkMayMake(replica);
  const changed = [...new Set(ids)].filter((id) => kitOf(replica, id).data.fields.status !== 'archived');
  const at = replica.ports.clock.now();
  const undone = await replica.undos.commit(
    changed.map((kit) => ({ kind: 'kit-edited', body: { kit, set: { status: 'archived' }, at } })),
  );
  return { changed, ...undone };
}

/** Refuses whoever may not make kits for everybody. */
export function checkMayMake(replica: WithKits): void {
  if (!may(replica.catalog.self().role, 'publish')) throw notAllowed(says('kits.made-by-publishers'));
}

/** What is set, as events have it. Refuses terms, people, days and assets that there are not. */
function fieldsOf(replica: WithKits, set: KitChanges, own: boolean): Partial<KitFields> {
  const { smart, cover, ...plain } = set;
  const given = Object.fromEntries(Object.entries(plain).filter(([, value]) => value !== undefined));
  const fields: Partial<KitFields> = given;
  if (own && fields.status !== undefined) throw invalid(says('kits.own-has-no-status'), 'status');
  const { stages, personas, products, releaseOn, expiresOn, owner } = fields;
  checkValues(replica, {
    ...(stages && { stages }),
    ...(personas && { personas }),
    ...(products && { products }),
    ...(releaseOn !== undefined && { releaseOn }),
    ...(expiresOn !== undefined && { expiresOn }),
    ...(owner !== undefined && { owner }),
  });
  if (cover) summaryOf(replica, cover.asset);
  return {
    ...fields,
    ...(cover !== undefined && { cover }),
    ...(smart !== undefined && { smart: smart && smartBody(smart) }),
  };
}

/** Of what is set only what is not so already. */
function changedFields(
  replica: WithKits,
  { fields, own }: KitData,
  set: Partial<KitFields>,
): Partial<KitFields> {
  const status = own ? undefined : (set.status ?? statusByRelease(replica, fields, set));
  const wanted = { ...set, ...(status !== undefined && { status }) };
  return Object.fromEntries(
    Object.entries(wanted).filter(
      ([field, value]) => canonicalJson(value) !== canonicalJson(fields[field as keyof KitFields]),
    ),
  );
}

/** A release day is a decision to come out then, as of assets. */
function statusByRelease(
  { summaries }: WithKits,
  before: KitFields,
  { releaseOn, status = before.status }: Partial<KitFields>,
): KitFields['status'] | undefined {
  if (releaseOn === undefined) return undefined;
  const facts = { status, releaseOn: before.releaseOn, today: summaries.today() };
  return statusForRelease(facts, releaseOn);
}

function itemPatches(
  replica: WithKits,
  data: KitData,
  edit: KitEdit,
  set: Partial<KitFields>,
): readonly KitItemPatch[] {
  const isSmart = (set.smart === undefined ? data.fields.smart : set.smart) !== null;
  const known = new Map(data.items.map((item) => [item.item, item]));
  const itemOf = (id: string): KitItem => {
    const item = known.get(id) ?? data.items.find(({ asset }) => asset === id);
    if (item === undefined) throw notFound('kit-item');
    return item;
  };
  const before = (id: string | null | undefined) => (id == null ? undefined : itemOf(id).item);
  const add = newItems(replica, edit.add, isSmart);
  const remove = edit.remove.map((id) => itemOf(id).item);
  if (data.items.length - remove.length + add.length > MOST_KIT_ITEMS)
    throw invalid(says('kits.too-many-items', { most: MOST_KIT_ITEMS }), 'add');
  const plan: ItemsEdit = {
    add,
    before: before(edit.before),
    remove,
    change: edit.change.map(({ item, ...change }) => changeOf(replica, itemOf(item), change)),
    ...(edit.move && {
      move: { items: edit.move.items.map((id) => itemOf(id).item), before: before(edit.move.before) },
    }),
  };
  return planItems(data.items, plan);
}

/** New items with ids; refuses what is not there. */
function newItems(replica: WithKits, items: readonly NewKitItem[], isSmart: boolean): ItemsEdit['add'] {
  if (items.length === 0) return [];
  if (isSmart) throw invalid(says('kits.smart-has-no-items'), 'items');
  const { random } = replica.ports;
  return items.map((item) => ({
    item: newId(ID_PREFIX.kitItem, (count) => random.bytes(count)),
    ...checkedItem(replica, { pages: [], version: null, ...item }),
    why: item.why ?? '',
  }));
}

function changeOf(
  replica: WithKits,
  item: KitItem,
  change: Omit<KitEdit['change'][number], 'item'>,
): ItemsEdit['change'][number] {
  const { asset, pages, version } = checkedItem(replica, {
    asset: change.asset ?? item.asset,
    pages: change.pages ?? (change.asset === undefined ? item.pages : []),
    version:
      change.version === undefined ? (change.asset === undefined ? item.version : null) : change.version,
  });
  const set: Partial<KitItem> = {
    asset,
    pages,
    version,
    ...(change.why !== undefined && { why: change.why }),
  };
  const changed = Object.entries(set).filter(
    ([field, value]) => canonicalJson(value) !== canonicalJson(item[field as keyof KitItem]),
  );
  return { item: item.item, ...Object.fromEntries(changed) };
}

/** An asset that the person here sees, a version and pages that it has. */
function checkedItem(
  replica: WithKits,
  given: {
    readonly asset: string;
    readonly pages?: readonly (readonly [number, number])[] | undefined;
    readonly version?: string | null | undefined;
  },
): Pick<KitItem, 'asset' | 'pages' | 'version'> {
  const asset = summaryOf(replica, given.asset);
  const version = given.version ?? null;
  const standing = standingVersionsOf(replica.catalog, asset.id).find(({ body }) => body.id === version);
  const isHidden = standing?.state === 'draft' && !maySeeUnreleased(replica.catalog.self().role);
  if (version !== null && (standing === undefined || isHidden))
    throw invalid(says('kits.version-of-another', { title: asset.title }), 'version');
  const pages = tidyRuns(given.pages ?? []);
  const most = standing?.body.pageCount ?? asset.version.pageCount;
  if (most > 0 && pages.some(([, to]) => to > most))
    throw invalid(says('kits.no-such-pages', { title: asset.title, pages: most }), 'pages');
  return { asset: asset.id, pages, version };
}

/** Throws one of one's own away, or brings it back. */
export async function discardKit(replica: WithKits, kit: string): Promise<{ discarded: boolean }> {
  const discarded = isOwnKit(kit) && (await replica.ownKits.discard(kit));
  if (discarded) ownChanged(replica);
  return { discarded };
}

export async function restoreKit(replica: WithKits, kit: string): Promise<{ restored: boolean }> {
  const restored = await replica.ownKits.restore(kit);
  if (restored) ownChanged(replica);
  return { restored };
}

/** Keeps on the device what it holds. */
export async function pinKit(
  replica: WithKits,
  { kit, pinned }: { readonly kit: string; readonly pinned: boolean },
): Promise<{ changed: boolean }> {
  kitOf(replica, kit);
  const changed = await replica.keptKits.pin(kit, pinned, replica.ports.clock.now());
  if (changed) {
    replica.kits.touch();
    replica.changes.emit('kits');
    replica.offline.wantedChanged();
  }
  return { changed };
}

/** How useful a kit was to the person here; null takes it back. */
export async function rateKit(
  replica: WithKits,
  {
    kit,
    rating,
  }: {
    readonly kit: string;
    readonly rating: {
      readonly value: number;
      readonly stage?: string | undefined;
      readonly persona?: string | undefined;
      readonly comment?: string | undefined;
    } | null;
  },
): Promise<Kept> {
  const { data } = kitOf(replica, kit);
  if (rating !== null)
    checkValues(replica, {
      ...(rating.stage !== undefined && { stages: [rating.stage] }),
      ...(rating.persona !== undefined && { personas: [rating.persona] }),
    });
  const given = rating && { ...rating, at: replica.ports.clock.now() };
  const body = { kit: data.id, rating: given };
  return { kit: data.id, ...(await replica.undos.commit([{ kind: 'kit-rated', body }])) };
}
