import type { RowFields, StagedRow } from '../../contract/publish.ts';
import { missingForDraft } from '../../contract/row-changes.ts';
import type { EventDraft } from '../../domain/registry.ts';
import { checkTerms, summaryOf } from '../assets/assets.ts';
import { mintHere } from '../minted.ts';
import type { OpenHub } from '../open-hub.ts';
import { invalid } from '../refusal.ts';
import { guess } from './guesses.ts';
import { checkMayPublish } from './may-publish.ts';
import { type ReadDocument, versionBody } from './read-document.ts';
import type { HeldRow } from './staged-row.ts';

/** What became of a row. */
export type PublishedRow = {
  readonly row: string;
  readonly asset: string;
  readonly title: string;
  /** A further version of an asset that was there. */
  readonly version: boolean;
};

const MISSING_WORDS: Readonly<Record<StagedRow['missing'][number], string>> = {
  title: 'a title',
  type: 'a type',
  stages: 'a buying stage',
  personas: 'a persona',
};

/** Publishes rows in one write: all of them or none. */
export async function publishRows(
  hub: OpenHub,
  ids: readonly string[],
  draft: boolean,
): Promise<PublishedRow[]> {
  checkMayPublish(hub);
  const planned = [...new Set(ids)].map((id) => planRow(hub, hub.staging.held(id), draft));
  const rows = planned.map((plan) => plan.published.row);
  const release = hub.staging.reserve(rows);
  try {
    await hub.catalog.commit(planned.map((plan) => plan.event));
    await hub.staging.take(rows);
  } finally {
    release();
  }
  return planned.map((plan) => plan.published);
}

function planRow(
  hub: OpenHub,
  held: HeldRow,
  draft: boolean,
): { readonly event: EventDraft; readonly published: PublishedRow } {
  const { row, document } = held;
  if (row.state !== 'ready' || document === undefined) {
    throw invalid(
      `‘${row.fileName}’ is not ready to be published. Nothing was published. Retry or discard it.`,
      row.id,
    );
  }
  const missing = (draft ? missingForDraft(row.fields) : row.missing)[0];
  if (missing !== undefined) {
    const nothing = draft ? 'Nothing was saved.' : 'Nothing was published.';
    throw invalid(`‘${row.fileName}’ needs ${MISSING_WORDS[missing]}. ${nothing}`, missing);
  }
  const { fields } = row;
  if (fields.versionOf !== null) {
    const { title } = summaryOf(hub, fields.versionOf);
    const { nonce, id } = mintHere(hub);
    const version = versionBody(id('version'), document, noteOf(fields));
    const body = { asset: fields.versionOf, nonce, version, at: hub.ports.clock.now() };
    return {
      event: { kind: draft ? 'asset-version-drafted' : 'asset-version-added', body },
      published: { row: row.id, asset: fields.versionOf, title, version: true },
    };
  }
  checkTerms(hub, fields);
  const { asset, event } = assetAdded(
    hub,
    document,
    { ...fields, type: fields.type ?? typeOf(hub, held) },
    draft,
  );
  return {
    event,
    published: { row: row.id, asset, title: fields.title.trim(), version: false },
  };
}

/** The type of a draft of which nobody said one: what the document looks like. */
function typeOf(hub: OpenHub, { row, document }: HeldRow): string | null {
  return document === undefined ? null : guess(document, row.folder, hub.catalog.state.taxonomy).type;
}

function noteOf({ note }: RowFields): string | undefined {
  return note.trim() === '' ? undefined : note.trim();
}

/** The event that makes a document an asset, and the asset's id. */
export function assetAdded(
  hub: OpenHub,
  document: ReadDocument,
  fields: RowFields,
  draft: boolean,
): { readonly asset: string; readonly event: EventDraft } {
  const { title, type, stages, personas, products, audience, language, tags, summary } = fields;
  if (type === null) throw invalid('An asset needs a type. Nothing was published.', 'type');
  const { nonce, id } = mintHere(hub);
  const asset = id('asset');
  const body = {
    asset,
    nonce,
    version: versionBody(id('version'), document, noteOf(fields)),
    at: hub.ports.clock.now(),
    fields: {
      title: title.trim(),
      type,
      status: draft ? ('draft' as const) : ('published' as const),
      stages,
      personas,
      products,
      tags,
      summary,
      ...(audience !== null && { audience }),
      ...(language !== null && { language }),
    },
  };
  return { asset, event: { kind: 'asset-added', body } };
}
