import type { RowFields } from '../../contract/publish.ts';
import { missingForDraft } from '../../contract/row-changes.ts';
import type { AssetFields } from '../../domain/assets/fields.ts';
import type { EventDraft } from '../../domain/registry.ts';
import { says } from '../../shared/says/says.ts';
import { ROW_ATTRIBUTES } from '../../shared/vocabulary/asset-attributes.ts';
import { checkTerms, summaryOf } from '../assets/assets.ts';
import { invalid } from '../base/refusal.ts';
import { mintHere } from '../live/minted.ts';
import { checkMayPublish } from '../people/may-publish.ts';
import { guess } from './guesses.ts';
import { type ReadDocument, versionBody } from './read-document.ts';
import type { HeldRow } from './staged-row.ts';
import type { WithPublishing } from './with-publishing.ts';

/** What became of a row. */
type PublishedRow = {
  readonly row: string;
  readonly asset: string;
  readonly title: string;
  /** A further version of an asset that was there. */
  readonly version: boolean;
};

/** Publishes rows in one write: all of them or none. */
export async function publishRows(
  replica: WithPublishing,
  ids: readonly string[],
  draft: boolean,
): Promise<PublishedRow[]> {
  checkMayPublish(replica);
  const planned = [...new Set(ids)].map((id) => planRow(replica, replica.staging.held(id), draft));
  const rows = planned.map((plan) => plan.published.row);
  const release = replica.staging.reserve(rows);
  try {
    await replica.catalog.commit(planned.map((plan) => plan.event));
    await replica.staging.take(rows);
  } finally {
    release();
  }
  return planned.map((plan) => plan.published);
}

function planRow(
  replica: WithPublishing,
  held: HeldRow,
  draft: boolean,
): { readonly event: EventDraft; readonly published: PublishedRow } {
  const { row, document } = held;
  if (row.state !== 'ready' || document === undefined) {
    throw invalid(says('publish.not-ready', { file: row.fileName }), row.id);
  }
  const missing = (draft ? missingForDraft(row.fields) : row.missing)[0];
  if (missing !== undefined) {
    const needs = { file: row.fileName, missing };
    throw invalid(
      draft ? says('publish.incomplete-draft', needs) : says('publish.incomplete', needs),
      missing,
    );
  }
  const { fields } = row;
  if (fields.versionOf !== null) {
    const { id: asset, title } = summaryOf(replica, fields.versionOf);
    const { nonce, id } = mintHere(replica);
    const version = versionBody(id('version'), document, noteOf(fields));
    const body = { asset, nonce, version, at: replica.ports.clock.now() };
    return {
      event: { kind: draft ? 'asset-version-drafted' : 'asset-version-added', body },
      published: { row: row.id, asset, title, version: true },
    };
  }
  checkTerms(replica, fields);
  const { asset, event } = assetAdded(
    replica,
    document,
    { ...fields, type: fields.type ?? typeOf(replica, held) },
    draft,
  );
  return {
    event,
    published: { row: row.id, asset, title: fields.title.trim(), version: false },
  };
}

/** The type of a draft of which nobody said one: what the document looks like. */
function typeOf(replica: WithPublishing, { row, document }: HeldRow): string | null {
  return document === undefined ? null : guess(document, row.folder, replica.catalog).type;
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
  return Object.fromEntries(said);
}

/** The event that makes a document an asset, and the asset's id. */
export function assetAdded(
  replica: WithPublishing,
  document: ReadDocument,
  fields: RowFields,
  draft: boolean,
): { readonly asset: string; readonly event: EventDraft } {
  const { title, type } = fields;
  if (type === null) throw invalid(says('publish.without-type'), 'type');
  const { nonce, id } = mintHere(replica);
  const asset = id('asset');
  const body = {
    asset,
    nonce,
    version: versionBody(id('version'), document, noteOf(fields)),
    at: replica.ports.clock.now(),
    fields: {
      ...saidOf(fields),
      title: title.trim(),
      type,
      status: draft ? ('draft' as const) : ('published' as const),
    },
  };
  return { asset, event: { kind: 'asset-added', body } };
}
