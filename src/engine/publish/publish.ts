import type { RowFields, StagedRow } from '../../contract/publish-rows.ts';
import { missingForDraft } from '../../contract/row-changes.ts';
import type { AssetFields } from '../../domain/assets/fields.ts';
import { madeProposal } from '../../domain/proposals/proposal-selectors.ts';
import type { EventDraft } from '../../domain/registry.ts';
import { madeRequest } from '../../domain/requests/request-selectors.ts';
import { typeNeedsReview } from '../../domain/taxonomy/term-selectors.ts';
import {
  fulfilling,
  type PlainDraft,
  publicationReversal,
  type Reversal,
  type Undoable,
} from '../../domain/undo/reversals.ts';
import { says } from '../../shared/says/says.ts';
import { type RequiredAttribute, ROW_ATTRIBUTES } from '../../shared/vocabulary/asset-attributes.ts';
import { dimensionFieldsIn, isDimensionField, ofFields } from '../../shared/vocabulary/asset-fields.ts';
import { isClosed } from '../../shared/vocabulary/requests.ts';
import { checkTerms, summaryOf } from '../assets/assets.ts';
import { nameOfDimension } from '../assets/dimension-fields.ts';
import { followingOf } from '../assets/following.ts';
import { checkComplete } from '../assets/needed-to-publish.ts';
import { invalid } from '../base/refusal.ts';
import { mintHere } from '../live/minted.ts';
import { checkMayPublish } from '../people/may-publish.ts';
import { statusOf } from '../requests/request-view.ts';
import { typeOf } from './guesses.ts';
import {
  type EditionLink,
  editionLinks,
  editionsOfRows,
  keepEditionsTogether,
  type NewAsset,
} from './publish-editions.ts';
import { type ReadDocument, versionBody } from './read-document.ts';
import type { HeldRow } from './staged-row.ts';
import type { Staging } from './staging.ts';
import type { WithPublishing } from './with-publishing.ts';

/** What became of a row. */
type PublishedRow = {
  readonly row: string;
  readonly asset: string;
  readonly title: string;
  /** A further version of an asset that was there. */
  readonly version: boolean;
};

/** How rows are published. */
type PublishManner = {
  readonly draft: boolean;
  /** What nobody said of a row is left open: an import in one go has nobody to ask. */
  readonly open?: boolean;
};

/** Publishes rows in one write: all of them or none; each with its earlier versions. Taken back, they stand on the table again. */
export async function publishRows(
  replica: WithPublishing,
  ids: readonly string[],
  manner: PublishManner,
  staging: Staging = replica.staging,
): Promise<{ readonly published: PublishedRow[]; readonly undo?: string }> {
  checkMayPublish(replica);
  const heads = new Set(ids.map((id) => staging.held(id).row.earlierOf?.row ?? id));
  const families = staging.families();
  const planned = [...heads].map((id) =>
    planRows({ replica, manner }, staging.held(id), families.get(id) ?? []),
  );
  const published = planned.flatMap((plans) => plans.map((plan) => plan.published));
  const rows = published.map(({ row }) => row);
  const added = newAssets(planned, staging);
  const links = editionLinks(replica, staging, added);
  const editions = editionsOfRows(
    staging,
    added.map(({ row }) => row),
  );
  const release = staging.reserved.reserve(rows);
  try {
    const undone = await replica.undos.commit([
      ...undoables(replica, { planned, links }, staging),
      ...adoptions(replica, staging, published),
      ...followings(replica, planned, staging),
      ...[...links.values()].flatMap(({ follow }) => follow ?? []),
      ...(manner.draft ? [] : fulfilments(replica, staging, published)),
    ]);
    keepEditionsTogether(staging, added, editions);
    await staging.take(rows);
    return { published, ...undone };
  } finally {
    release();
  }
}

type PlannedLinks = {
  readonly planned: readonly (readonly Planned[])[];
  readonly links: ReadonlyMap<string, EditionLink>;
};

/** A row with its earlier versions is taken back as a whole, as long as the last one of them is the last word; all rows that are go back together. */
function undoables(
  replica: WithPublishing,
  { planned, links }: PlannedLinks,
  staging: Staging,
): readonly Undoable[] {
  const rowsOf = new Map<Reversal, readonly HeldRow[]>();
  const putBack = (taken: readonly Reversal[]) =>
    staging.putBack(taken.flatMap((reversal) => rowsOf.get(reversal) ?? []));
  return planned.flatMap((plans) => {
    const [first] = plans;
    if (first === undefined) return [];
    const { asset, version: isVersion } = first.published;
    const versions = plans.map(({ version }) => version);
    const now = () => replica.ports.clock.now();
    const reversal = publicationReversal({ asset, versions, whole: !isVersion }, now, putBack);
    rowsOf.set(
      reversal,
      plans.map(({ published: { row } }) => staging.held(row)),
    );
    const { link } = links.get(plans.at(-1)?.published.row ?? '') ?? {};
    const drafts = [...plans.map(({ event }) => event), ...(link === undefined ? [] : [link])];
    // The last word of it is what the publication is known by.
    return drafts.map((draft, at) => ({ draft, reversals: at === drafts.length - 1 ? [reversal] : [] }));
  });
}

/** That what somebody proposed was adopted, and as what. */
function adoptions(
  { ports }: WithPublishing,
  staging: Staging,
  published: readonly PublishedRow[],
): PlainDraft[] {
  return published.flatMap(({ row, asset }) => {
    const { proposal } = staging.held(row).row;
    if (proposal === undefined) return [];
    const body = { proposal: proposal.id, answer: 'adopted' as const, asset, at: ports.clock.now() };
    return [{ kind: 'proposal-answered' as const, body }];
  });
}

/** That requests which proposals were made for, and which are open still, are fulfilled with what is published. Once each: by the first of several. */
function fulfilments(
  { catalog, ports }: WithPublishing,
  staging: Staging,
  published: readonly PublishedRow[],
): Undoable[] {
  const assets = new Map<string, string>();
  for (const { row, asset } of published) {
    const { proposal } = staging.held(row).row;
    const request = proposal && madeProposal(catalog, proposal.id)?.made.value.request;
    if (request !== undefined && !assets.has(request)) assets.set(request, asset);
  }
  return [...assets].flatMap(([id, asset]) => {
    const request = madeRequest(catalog, id);
    if (request === undefined || isClosed(statusOf(request))) return [];
    return [fulfilling(request, asset, () => ports.clock.now())];
  });
}

/** That new versions of language editions have what their originals say now, where nobody said otherwise. */
function followings(
  replica: WithPublishing,
  planned: readonly (readonly Planned[])[],
  staging: Staging,
): PlainDraft[] {
  return planned.flatMap((plans) => {
    const last = plans.at(-1);
    if (last === undefined || !last.published.version) return [];
    const { row, asset } = last.published;
    if (staging.held(row).row.fields.follows === false) return [];
    return followingOf(replica, asset, last.version);
  });
}

/** What becomes an asset of its own, by its newest row. */
function newAssets(planned: readonly (readonly Planned[])[], staging: Staging): NewAsset[] {
  return planned.flatMap((plans) => {
    const last = plans.at(-1);
    if (last === undefined) return [];
    const { row, asset } = last.published;
    return staging.held(row).row.fields.versionOf === null ? [{ row, asset, version: last.version }] : [];
  });
}

type Planned = { readonly event: EventDraft; readonly version: string; readonly published: PublishedRow };
type Publishing = { readonly replica: WithPublishing; readonly manner: PublishManner };

/** A row with its earlier versions: these first, so that the row itself is the newest. */
function planRows(publishing: Publishing, held: HeldRow, earlier: readonly HeldRow[]): Planned[] {
  const document = checkedDocument(publishing.replica, held, publishing.manner);
  const { row } = held;
  const { versionOf } = row.fields;
  const { replica } = publishing;
  const versions = [
    // What the library has by now is no version of this one.
    ...earlier.flatMap((one) =>
      one.row.state === 'ready' ? [{ row: one.row, document: documentOf(one) }] : [],
    ),
    { row, document },
  ];
  const [first, ...later] = versions;
  if (first === undefined) return [];
  if (versionOf !== null) {
    const { id: asset, title, type } = summaryOf(replica, versionOf);
    checkReviewNeeded(replica, type, title, publishing.manner.draft);
    return versions.map((version) => addedVersion(publishing, { asset, title }, version));
  }
  checkTerms(replica, row.fields);
  const type = row.fields.type ?? typeOf(document, row.folder, replica.catalog);
  const fields = { ...row.fields, type, note: first.row.fields.note };
  const adopted = { draft: publishing.manner.draft, proposal: first.row.proposal?.id };
  const { asset, version, event } = assetAdded(replica, first.document, fields, adopted);
  const title = row.fields.title.trim();
  const published = { row: first.row.id, asset, title, version: false };
  // The asset is a draft by itself where it is to be one: its versions are its own.
  const inside = { replica, manner: { draft: false } };
  return [
    { event, version, published },
    ...later.map((version) => addedVersion(inside, { asset, title }, version)),
  ];
}

type RowVersion = { readonly row: StagedRow; readonly document: ReadDocument };

function addedVersion(
  { replica, manner }: Publishing,
  { asset, title }: { readonly asset: string; readonly title: string },
  { row, document }: RowVersion,
): Planned {
  const { nonce, id } = mintHere(replica);
  const version = versionBody(id('version'), document, noteOf(row.fields));
  const body = { asset, nonce, version, at: replica.ports.clock.now(), ...proposalOf(row) };
  return {
    event: { kind: manner.draft ? 'asset-version-drafted' : 'asset-version-added', body },
    version: version.id,
    published: { row: row.id, asset, title, version: true },
  };
}

/** What was read of a row that may be published. Throws `Refusal` INVALID. */
function checkedDocument(
  { catalog }: WithPublishing,
  held: HeldRow,
  { draft, open = false }: PublishManner,
): ReadDocument {
  const { row } = held;
  const document = documentOf(held);
  const missing = (draft || open ? missingForDraft(row.fields) : row.missing)[0];
  if (missing === undefined) return document;
  const needs = {
    file: row.fileName,
    missing: isDimensionField(missing)
      ? { dimension: nameOfDimension(catalog, missing) }
      : (missing as RequiredAttribute),
  };
  throw invalid(draft ? says('publish.incomplete-draft', needs) : says('publish.incomplete', needs), missing);
}

function documentOf({ row, document }: HeldRow): ReadDocument {
  if (row.state === 'ready' && document !== undefined) return document;
  throw invalid(says('publish.not-ready', { file: row.fileName }), row.id);
}

/** What names the proposal that a row came of. */
function proposalOf({ proposal }: StagedRow): { readonly proposal?: string } {
  return proposal === undefined ? {} : { proposal: proposal.id };
}

function noteOf({ note }: RowFields): string | undefined {
  return note.trim() === '' ? undefined : note.trim();
}

/** What a row says of its asset: what is open there is left open. */
function saidOf(fields: RowFields): Partial<AssetFields> {
  const said = ROW_ATTRIBUTES.flatMap((attribute) => {
    const value = fields[attribute];
    return value === null ? [] : [[attribute, value] as const];
  });
  const terms = dimensionFieldsIn(fields).flatMap((field) => {
    const value = fields[field];
    return value === undefined || value.length === 0 ? [] : [[field, value] as const];
  });
  return ofFields<AssetFields>([...said, ...terms]);
}

/** What reviewers must approve comes in as a draft. */
function checkReviewNeeded(replica: WithPublishing, type: string, title: string, draft: boolean): void {
  if (!draft && typeNeedsReview(replica.catalog, type))
    throw invalid(says('reviews.needs-review', { title }), 'type');
}

/** The event that makes a document an asset, and the ids of the asset and its version. */
export function assetAdded(
  replica: WithPublishing,
  document: ReadDocument,
  fields: RowFields,
  { draft, proposal }: { readonly draft: boolean; readonly proposal?: string | undefined },
): { readonly asset: string; readonly version: string; readonly event: EventDraft } {
  const { title, type } = fields;
  if (type === null) throw invalid(says('publish.without-type'), 'type');
  checkReviewNeeded(replica, type, title.trim(), draft);
  if (!draft) checkComplete(replica.catalog, title.trim(), fields);
  const { nonce, id } = mintHere(replica);
  const [asset, version] = [id('asset'), id('version')];
  const body = {
    asset,
    nonce,
    version: versionBody(version, document, noteOf(fields)),
    at: replica.ports.clock.now(),
    ...(proposal !== undefined && { proposal }),
    fields: {
      ...saidOf(fields),
      title: title.trim(),
      type,
      status: draft ? ('draft' as const) : ('published' as const),
    },
  };
  return { asset, version, event: { kind: 'asset-added', body } };
}
