import type {
  AssetChanges,
  AssetDetail,
  AssetSummary,
  AssetVersion,
  Preview,
  Rating,
} from '../../contract/assets.ts';
import type { Member } from '../../contract/common.ts';
import { assetOfVersion, fieldOf, homeOfVersion, knownAsset } from '../../domain/assets/asset-selectors.ts';
import { statusForRelease } from '../../domain/assets/asset-state.ts';
import type { AssetFields } from '../../domain/assets/fields.ts';
import { maySeeUnreleased } from '../../domain/assets/gate.ts';
import { findsHidden } from '../../domain/assets/hidden.ts';
import { statusOf } from '../../domain/assets/status.ts';
import { knownMember } from '../../domain/people/people-selectors.ts';
import { may } from '../../domain/people/permissions.ts';
import { proposerOf } from '../../domain/proposals/proposal-selectors.ts';
import { ratingsOf } from '../../domain/ratings/rating-selectors.ts';
import { isTerm, knownDimension } from '../../domain/taxonomy/term-selectors.ts';
import { fieldReversals, type PlainDraft, type Undoable } from '../../domain/undo/reversals.ts';
import type { VersionState } from '../../domain/versions/version-state.ts';
import type { StandingVersion } from '../../domain/versions/versions.ts';
import { canonicalJson } from '../../shared/canonical-json.ts';
import { isDay } from '../../shared/day.ts';
import type { DimensionValues } from '../../shared/dimension-values.ts';
import { type Says, says } from '../../shared/says/says.ts';
import { attributesOf } from '../../shared/vocabulary/asset-attributes.ts';
import {
  aboutField,
  dimensionFieldsIn,
  dimensionOfField,
  ofFields,
} from '../../shared/vocabulary/asset-fields.ts';
import type { AssetStatus } from '../../shared/vocabulary/assets.ts';
import type { Sha256 } from '../../shared/vocabulary/ids.ts';
import { type AnyFacet, toldFacet } from '../../shared/vocabulary/taxonomy.ts';
import { isUnsearchable } from '../../shared/vocabulary/unsearchable.ts';
import { invalid, notFound } from '../base/refusal.ts';
import { bytesWrong, fileRefused } from '../base/what-is-wrong.ts';
import { shownMember } from '../people/shown-member.ts';
import { attributeValues } from './attribute-values.ts';
import { captionedNames, foundByCaptions, isRecording } from './companion-names.ts';
import { boundsOfList, toldField } from './dimension-fields.ts';
import { notToComeOut } from './needed-to-publish.ts';
import { needsReview } from './review-needed.ts';
import { reviewView } from './review-view.ts';
import { variantViews } from './variant-views.ts';
import { documentKind, versionView } from './version-view.ts';
import { versionOf, visibleVersions } from './versions.ts';
import type { WithAssets } from './with-assets.ts';

/** The summary of an asset; of one that was merged, that of the one that is kept. Throws `Refusal` NOT_FOUND. */
export function summaryOf(replica: WithAssets, id: string): AssetSummary {
  const summary = replica.summaries.seen(id);
  if (summary === undefined) throw notFound('asset');
  return summary;
}

/** An asset with versions and ratings. */
export function assetDetail(replica: WithAssets, asset: string): AssetDetail {
  const summary = summaryOf(replica, asset);
  const { id } = summary;
  const { catalog } = replica;
  const self = catalog.self();
  const versions = visibleVersions(replica, id);
  const numbers = new Map(versions.map(({ body, number }) => [body.id, number]));
  const ratings: Rating[] = [];
  for (const [member, rating] of ratingsOf(catalog, id)) {
    ratings.push({
      by: shownMember(replica, member),
      mine: member === self.id,
      value: rating.value,
      version: rating.version,
      versionNumber: numbers.get(rating.version) ?? 0,
      ...(rating.stage !== undefined && { stage: rating.stage }),
      ...(rating.persona !== undefined && { persona: rating.persona }),
      ...(rating.comment !== undefined && { comment: rating.comment }),
      at: rating.at,
    });
  }
  ratings.sort((a, b) => b.at - a.at);
  const mine = ratings.find((rating) => rating.mine);
  return {
    ...summary,
    versions: versionViews(replica, versions),
    ratings,
    ...(mine && { mine }),
    contributors: contributorsTo(replica, versions),
    variants: variantViews(replica, id),
    ...reviewOf(replica, id),
    can: { edit: may(self.role, 'edit'), rate: true, findHidden: findsHidden(self.role) },
  };
}

/** An asset's versions as the window wants them, the newest first. */
function versionViews(replica: WithAssets, versions: readonly StandingVersion[]): AssetVersion[] {
  const { catalog, offline, summaries } = replica;
  const hiddenToo = findsHidden(catalog.self().role);
  const views = versions.map((version) =>
    versionView(version, catalog.member(version.member), offline.isHere, hiddenToo),
  );
  const captioned = views.some(({ kind }) => isRecording(kind))
    ? captionedNames(summaries.visible().values())
    : new Set<string>();
  return views.map((view) => foundByCaptions(view, captioned)).reverse();
}

/** Who proposed files of it, each once, the first one first. */
function contributorsTo(replica: WithAssets, versions: readonly StandingVersion[]): Member[] {
  const { catalog } = replica;
  const members = versions.flatMap(({ proposal }) =>
    proposal === undefined ? [] : (proposerOf(catalog, proposal) ?? []),
  );
  return [...new Set(members)].map((member) => shownMember(replica, member));
}

/** Its review, for those who publish. */
function reviewOf(replica: WithAssets, id: string): Pick<AssetDetail, 'review'> {
  const review = maySeeUnreleased(replica.catalog.self().role) ? reviewView(replica, id) : undefined;
  return review === undefined ? {} : { review };
}

/** Changes fields of assets in one write; answers what takes it back. */
export async function editAssets(
  replica: WithAssets,
  ids: readonly string[],
  set: AssetChanges,
): Promise<{ changed: number; undo?: string }> {
  const fields = definedFields(set);
  checkValues(replica, fields);
  const distinct = new Set(ids.map((id) => summaryOf(replica, id).id));
  const changes: Undoable[] = [];
  for (const id of distinct) {
    const asset = summaryOf(replica, id);
    const set = changedBy(replica, asset, fields);
    checkKept(replica, asset, set);
    if (waitsForReview(replica, asset, set))
      throw invalid(says('reviews.needs-review', { title: asset.title }), 'status');
    const why = comesOut(set) ? notToComeOut(replica.catalog, asset, set) : undefined;
    if (why !== undefined) throw invalid(why.says, why.missing?.[0]);
    if (Object.keys(set).length > 0) changes.push(editing(replica, id, set));
  }
  const undone = await replica.undos.commit(changes);
  return { changed: distinct.size, ...undone };
}

/** Refuses to take away what publishing asks for. */
function checkKept({ catalog }: WithAssets, asset: AssetSummary, set: Partial<AssetFields>): void {
  const emptied = dimensionFieldsIn(set).find(
    (field) =>
      set[field]?.length === 0 && boundsOfList(catalog, field).required && asset[field] !== undefined,
  );
  if (emptied === undefined) return;
  throw invalid(says('assets.needs', { title: asset.title, field: toldField(catalog, emptied) }), emptied);
}

/** The change of an asset's fields, with what takes it back. */
export function editing(replica: WithAssets, id: string, set: Partial<AssetFields>): Undoable {
  const now = () => replica.ports.clock.now();
  const before = valuesBefore(replica, summaryOf(replica, id), set);
  return {
    draft: { kind: 'asset-edited', body: { asset: id, set, at: now() } },
    reversals: fieldReversals(id, before, now),
  };
}

/** Refuses terms that the taxonomy does not have, days that there are not and people whom nobody knows. */
export function checkValues(replica: WithAssets, fields: Partial<AssetFields>): void {
  checkTerms(replica, fields);
  for (const attribute of attributesOf('day')) {
    const day = fields[attribute];
    if (typeof day === 'string' && !isDay(day)) throw invalid(says('assets.no-such-day'), attribute);
  }
  checkPeople(replica, fields);
}

/** What fields come to that differ from what an asset has. */
export function changedBy(
  replica: WithAssets,
  asset: AssetSummary,
  fields: Partial<AssetFields>,
): Partial<AssetFields> {
  return changedFields(replica, asset.id, { ...fields, ...statusByRelease(replica, asset, fields) });
}

/** Whether fields would bring out what reviewers must approve first. */
export function waitsForReview(replica: WithAssets, asset: AssetSummary, set: Partial<AssetFields>): boolean {
  return comesOut(set) && needsReview(replica, asset);
}

/** What is not as it was set last: to say the same again is no change, and nothing that the history should tell. */
function changedFields(replica: WithAssets, id: string, set: Partial<AssetFields>): Partial<AssetFields> {
  const isNew = ([field, value]: [string, unknown]): boolean => {
    const before = fieldOf(replica.catalog, id, field as keyof AssetFields);
    return before === undefined || canonicalJson(before) !== canonicalJson(value);
  };
  return ofFields<AssetFields>(Object.entries(set).filter(isNew));
}

/** Whether fields are a decision that something comes out, now or on its day. */
export function comesOut({ status }: Partial<AssetFields>): boolean {
  return status === 'published' || status === 'scheduled';
}

/** Choosing a release day is a decision to publish then, and taking it away is none to publish now. */
function statusByRelease(
  replica: WithAssets,
  asset: AssetSummary,
  { releaseOn, status }: Partial<AssetFields>,
) {
  if (releaseOn === undefined || status !== undefined) return {};
  const facts = {
    status: statusNow(replica, asset.id),
    releaseOn: fieldOf(replica.catalog, asset.id, 'releaseOn') ?? null,
    today: replica.summaries.today(),
  };
  const next = statusForRelease(facts, releaseOn);
  // Where reviewers must approve it first, the day is known and waits for them.
  if (comesOut({ status: next }) && needsReview(replica, asset)) return {};
  return next === facts.status ? {} : { status: next };
}

/** The status that an asset has, as it was set or as it came of a review. */
export function statusNow({ catalog }: WithAssets, id: string): AssetStatus {
  const asset = knownAsset(catalog, id);
  return asset === undefined ? 'draft' : statusOf(asset);
}

/** Refuses owners and verifiers whom nobody knows. */
function checkPeople(replica: WithAssets, fields: Partial<AssetFields>): void {
  for (const field of attributesOf('person')) {
    const id = fields[field];
    if (typeof id === 'string' && knownMember(replica.catalog, id) === undefined)
      throw invalid(says('assets.nobody-of-this-name'), field);
  }
}

/** What zod gives for absent fields is left out: absent means that it stays. */
export function definedFields(set: AssetChanges): Partial<AssetFields> {
  return ofFields<AssetFields>(Object.entries(set).filter(([, value]) => value !== undefined));
}

/** The same fields as they are now; the status as it was set, not as it follows from dates. */
function valuesBefore(
  replica: WithAssets,
  summary: AssetSummary,
  set: Partial<AssetFields>,
): Partial<AssetFields> {
  const shown = (field: Exclude<keyof AssetFields, 'status'>): unknown => {
    const { kind } = aboutField(field);
    if (kind === 'person') return attributeValues(summary, field)[0] ?? null;
    return summary[field] ?? (kind === 'language' ? '' : kind === 'terms' ? [] : null);
  };
  const entries = Object.keys(set).map((key): [string, unknown] => {
    const field = key as keyof AssetFields;
    if (field === 'status') return [field, statusNow(replica, summary.id)];
    return [field, fieldOf(replica.catalog, summary.id, field) ?? shown(field)];
  });
  return ofFields<AssetFields>(entries);
}

/** Refuses stages, personas, types, products and terms of dimensions that the taxonomy does not have, and more terms than a dimension takes. */
export function checkTerms(
  replica: WithAssets,
  fields: {
    readonly stages?: readonly string[] | undefined;
    readonly personas?: readonly string[] | undefined;
    readonly products?: readonly string[] | undefined;
    readonly type?: string | null | undefined;
  } & DimensionValues,
): void {
  const check = (field: string, ids: readonly string[], facet: AnyFacet): void => {
    const term = ids.find((id) => !isTerm(replica.catalog, facet, id));
    if (term !== undefined)
      throw invalid(says('taxonomy.no-such-term', { facet: toldFacet(facet), term }), field);
  };
  check('stages', fields.stages ?? [], 'stage');
  check('personas', fields.personas ?? [], 'persona');
  check('products', fields.products ?? [], 'product');
  check('type', fields.type ? [fields.type] : [], 'type');
  for (const field of dimensionFieldsIn(fields)) {
    const terms = fields[field] ?? [];
    const dimension = knownDimension(replica.catalog, dimensionOfField(field));
    if (dimension === undefined) {
      throw invalid(says('taxonomy.no-such-dimension', { dimension: dimensionOfField(field) }), field);
    }
    check(field, terms, field);
    if (!dimension.many && terms.length > 1) {
      throw invalid(says('taxonomy.one-term', { dimension: dimension.name }), field);
    }
  }
}

/** Says that an asset's current version is still right. */
export async function verifyAsset(replica: WithAssets, asset: string): Promise<AssetDetail> {
  const summary = summaryOf(replica, asset);
  await replica.catalog.commit([verifying(replica, summary)]);
  return assetDetail(replica, summary.id);
}

/** The event that says so: of the asset that the version was added to, by the hub's time, as it is judged. */
export function verifying(
  { catalog, calendar }: WithAssets,
  { id, version }: Pick<AssetSummary, 'id' | 'version'>,
): PlainDraft {
  const asset = homeOfVersion(catalog, version.id) ?? id;
  return { kind: 'asset-verified', body: { asset, version: version.id, at: calendar.now() } };
}

/** A version that the person here may read: what is not released is there only for those who publish. Throws `Refusal` NOT_FOUND. */
export function readableVersion(replica: WithAssets, id: string): VersionState {
  const version = versionOf(replica, id);
  summaryOf(replica, assetOfVersion(replica.catalog, id) ?? '');
  return version;
}

/** The text of a version, page by page. */
export async function versionText(replica: WithAssets, id: string) {
  const pages = await replica.texts.read(readableVersion(replica, id).body.textBlob);
  return { pages: pages.map((page, index) => ({ page: index + 1, ...page })) };
}

/** What the reader shows of a document that the window can't draw itself. */
export async function versionPreview(replica: WithAssets, id: string): Promise<Preview> {
  const { body } = readableVersion(replica, id);
  const path = await presentPath(replica, body.sha256);
  const preview = await replica.ports.extractor.preview(path, documentKind(body.kind), body.fileName);
  if (preview.preview !== 'none') return structuredPreview(preview);
  return isUnsearchable(preview.reason) ? preview : { ...preview, says: fileRefused(preview.reason) };
}

/** The extractor's structures are read-only; the contract's are not. Their shape is the same, and the router checks it. */
function structuredPreview(preview: unknown): Preview {
  return preview as Preview;
}

/** Says whether the bytes of a version are here and whole. */
export async function checkFile(
  replica: WithAssets,
  id: string,
): Promise<{ present: boolean; away?: boolean; says?: Says }> {
  const { sha256 } = readableVersion(replica, id).body;
  const state = await replica.ports.home.blobs.check(sha256);
  if (state === 'whole') return { present: true };
  const away = replica.offline.linked;
  // The hub has the true one, which then takes its place.
  if (state === 'damaged') return { present: false, away, says: bytesWrong(state) };
  return { present: false, away, says: replica.offline.missing(sha256).data.says };
}

/** Where the whole file of a version is. Throws `Refusal` MISSING_BLOB where it is not on this device. */
export async function presentPath(replica: WithAssets, sha256: Sha256): Promise<string> {
  const { blobs } = replica.ports.home;
  if (!(await blobs.has(sha256))) throw replica.offline.missing(sha256);
  return blobs.path(sha256);
}
