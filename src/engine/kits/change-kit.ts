import type { KitChanges, KitEdit, NewKitItem } from '../../contract/kits.ts';
import { standingVersionsOf } from '../../domain/assets/asset-selectors.ts';
import { statusForRelease } from '../../domain/assets/asset-state.ts';
import { maySeeUnreleased } from '../../domain/assets/gate.ts';
import { KIT_DEFAULTS, type KitFields, type KitItemPatch, kitDefault } from '../../domain/kits/kit-fields.ts';
import type { KitItem } from '../../domain/kits/kit-selectors.ts';
import { afterPatches, type ItemsEdit, planItems } from '../../domain/kits/plan-items.ts';
import type { PlainDraft } from '../../domain/undo/reversals.ts';
import { canonicalJson } from '../../shared/canonical-json.ts';
import { dimensionValues } from '../../shared/dimension-values.ts';
import { MOST_KIT_ITEMS } from '../../shared/limits.ts';
import { tidyRuns } from '../../shared/page-runs.ts';
import { says } from '../../shared/says/says.ts';
import { ofFields } from '../../shared/vocabulary/asset-fields.ts';
import { ID_PREFIX, newId } from '../../shared/vocabulary/ids.ts';
import { checkValues, summaryOf } from '../assets/assets.ts';
import { invalid, notFound } from '../base/refusal.ts';
import { mintHere } from '../live/minted.ts';
import type { KitData } from './kit-data.ts';
import { kitNeedsReview } from './kit-life.ts';
import { kitOf } from './kit-of.ts';
import { isOwnKit } from './kits.ts';
import { checkMayMake } from './may-make.ts';
import { smartBody } from './smart-kit.ts';
import type { WithKits } from './with-kits.ts';

/** Kits are made and changed: those of the hub by events that can be taken back, one's own on this device. */

type Kept = { kit: string; undo?: string; change?: string };

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
  const before = { fields: KIT_DEFAULTS, cameOut: false };
  checkReviewed(replica, before, made.status, set.name);
  const status = set.status ?? statusByRelease(replica, before, made);
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
  const fields = { ...own.fields, ...set };
  const change = await replica.ownKits.change(own, { ...own, fields, items, updatedAt });
  ownChanged(replica);
  if (replica.keptKits.isPinned(data.id)) replica.offline.wantedChanged();
  return { kit: data.id, change };
}

/** Another kit with the same contents. */
export function copyKit(
  replica: WithKits,
  input: { readonly kit: string; readonly own: boolean; readonly name?: string | undefined },
): Promise<Kept> {
  const { data, items } = kitOf(replica, input.kit);
  const {
    gone: _,
    status: _status,
    smart: _smart,
    owner: _owner,
    verifier: _verifier,
    ...fields
  } = data.fields;
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

/** What is set, as events have it. Refuses terms, people, days and assets that there are not. */
function fieldsOf(replica: WithKits, set: KitChanges, own: boolean): Partial<KitFields> {
  const { smart, cover, ...plain } = set;
  const fields = definedFields(plain);
  if (own && fields.status !== undefined) throw invalid(says('kits.own-has-no-status'), 'status');
  const { stages, personas, products, releaseOn, expiresOn, owner, verifier } = fields;
  checkValues(replica, {
    ...dimensionValues(fields),
    ...(stages && { stages }),
    ...(personas && { personas }),
    ...(products && { products }),
    ...(releaseOn !== undefined && { releaseOn }),
    ...(expiresOn !== undefined && { expiresOn }),
    ...(owner !== undefined && { owner }),
    ...(verifier !== undefined && { verifier }),
  });
  if (cover) summaryOf(replica, cover.asset);
  return {
    ...fields,
    ...(cover !== undefined && { cover }),
    ...(smart !== undefined && { smart: smart && smartBody(smart) }),
  };
}

function definedFields(set: Omit<KitChanges, 'smart' | 'cover'>): Partial<KitFields> {
  return ofFields<KitFields>(Object.entries(set).filter(([, value]) => value !== undefined));
}

/** Of what is set only what is not so already. Refuses to bring out what reviewers must approve first. */
function changedFields(
  replica: WithKits,
  data: Pick<KitData, 'fields' | 'own' | 'cameOut'>,
  set: Partial<KitFields>,
): Partial<KitFields> {
  const { fields, own } = data;
  const status = own ? undefined : (set.status ?? statusByRelease(replica, data, set));
  if (set.status !== undefined) checkReviewed(replica, data, set.status, set.name ?? fields.name);
  const wanted = { ...set, ...(status !== undefined && { status }) };
  return ofFields<KitFields>(
    Object.entries(wanted).filter(
      ([field, value]) => canonicalJson(value) !== canonicalJson(valueIn(fields, field as keyof KitFields)),
    ),
  );
}

function valueIn(fields: KitFields, field: keyof KitFields): KitFields[keyof KitFields] {
  const value = fields[field];
  return value === undefined ? kitDefault(field) : value;
}

/** Refuses to bring out what reviewers must approve first. */
function checkReviewed(
  replica: WithKits,
  { fields, cameOut }: Pick<KitData, 'fields' | 'cameOut'>,
  status: KitFields['status'],
  title: string,
): void {
  if (fields.status !== status && comesOut(status) && kitNeedsReview(replica, cameOut))
    throw invalid(says('reviews.needs-review', { title }), 'status');
}

function comesOut(status: KitFields['status']): boolean {
  return status === 'published' || status === 'scheduled';
}

/** A release day is a decision to come out then, as of assets. */
function statusByRelease(
  replica: WithKits,
  { fields: before, cameOut }: Pick<KitData, 'fields' | 'cameOut'>,
  { releaseOn, status = before.status }: Partial<KitFields>,
): KitFields['status'] | undefined {
  if (releaseOn === undefined) return undefined;
  const facts = { status, releaseOn: before.releaseOn, today: replica.summaries.today() };
  const next = statusForRelease(facts, releaseOn);
  // Where reviewers must approve it first, the day is known and waits for them.
  return comesOut(next) && kitNeedsReview(replica, cameOut) ? undefined : next;
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

/** Throws one of one's own away. */
export async function discardKit(replica: WithKits, kit: string): Promise<{ discarded: boolean }> {
  const discarded = isOwnKit(kit) && (await replica.ownKits.discard(kit));
  if (discarded) ownChanged(replica);
  return { discarded };
}

/** Brings one back that was thrown away, or takes back a change of it. */
export async function restoreKit(
  replica: WithKits,
  { kit, change }: { readonly kit: string; readonly change?: string | undefined },
): Promise<{ restored: boolean }> {
  const { ownKits } = replica;
  const restored = await (change === undefined ? ownKits.restore(kit) : ownKits.takeBack(kit, change));
  if (restored) ownChanged(replica);
  return { restored };
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
