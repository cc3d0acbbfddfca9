import type { History, HistoryChange, HistoryEntry } from '../../contract/history.ts';
import { type AssetFields, assetFieldsSchema } from '../../domain/events.ts';
import { may } from '../../domain/permissions.ts';
import { summaryOf } from '../assets/assets.ts';
import { versionsOf } from '../assets/summaries.ts';
import type { LiveCatalog } from '../live/live-catalog.ts';
import type { OpenHub } from '../open-hub.ts';
import { fieldLabel, fieldText, listed } from './field-words.ts';
import { entryHead, refusedWhyOf } from './history-entry.ts';
import { eventsAbout, type KnownEvent } from './journal-events.ts';

/** The fields that events of an asset set, in the order in which they are shown. */
export const FIELDS = Object.keys(assetFieldsSchema.shape) as (keyof AssetFields)[];

type Setting = { readonly [Field in keyof AssetFields]?: AssetFields[Field] | undefined };

/** The fields that an event sets. */
export function settingOf({ draft }: KnownEvent): Setting {
  if (draft.kind === 'asset-added') return draft.body.fields;
  return draft.kind === 'asset-edited' ? draft.body.set : {};
}

/** What happened to an asset, newest first: who, when, from which device, which values were before and after. */
export async function assetHistory(hub: OpenHub, asset: string): Promise<History> {
  summaryOf(hub, asset);
  const { catalog } = hub;
  const values = new Map<keyof AssetFields, unknown>();
  const entries: HistoryEntry[] = [];
  for (const known of await eventsOfAsset(catalog, asset)) {
    const refused = refusedWhyOf(catalog, known);
    const changes = changesOf(catalog, asset, known, values, refused !== undefined);
    const version = versionOf(catalog, asset, known);
    entries.push({
      ...entryHead(catalog, known),
      what: whatHappened(known, changes),
      changes: known.draft.kind === 'asset-added' ? [] : changes,
      ...(version !== undefined && { version }),
      ...(refused !== undefined && { refused }),
    });
  }
  return { entries: entries.reverse(), canRestore: may(catalog.self().role, 'edit') };
}

/** The events that change an asset; ratings are told elsewhere. */
export async function eventsOfAsset(catalog: LiveCatalog, asset: string): Promise<readonly KnownEvent[]> {
  const about = await eventsAbout(catalog, asset);
  return about.filter(
    ({ draft }) => draft.kind.startsWith('asset-') && 'asset' in draft.body && draft.body.asset === asset,
  );
}

/** What an event changed, against the values that counted before it in the order of stamps. */
function changesOf(
  catalog: LiveCatalog,
  asset: string,
  known: KnownEvent,
  values: Map<keyof AssetFields, unknown>,
  refused: boolean,
): HistoryChange[] {
  const setting = settingOf(known);
  const registers = catalog.state.assets.get(asset)?.fields;
  return FIELDS.filter((field) => setting[field] !== undefined).map((field) => {
    const before = values.has(field) ? fieldText(catalog, field, values.get(field)) : null;
    if (!refused) values.set(field, setting[field]);
    return {
      field,
      label: fieldLabel(field),
      before,
      after: fieldText(catalog, field, setting[field]),
      current: !refused && registers?.[field]?.stamp === known.stamp,
    };
  });
}

function versionOf(catalog: LiveCatalog, asset: string, { draft }: KnownEvent): HistoryEntry['version'] {
  if (draft.kind !== 'asset-added' && draft.kind !== 'asset-version-added') return undefined;
  const state = catalog.state.assets.get(asset);
  const versions = state === undefined ? [] : versionsOf(state);
  const index = versions.findIndex(({ body }) => body.id === draft.body.version.id);
  if (index < 0) return undefined;
  const { id, fileName } = draft.body.version;
  return { id, number: index + 1, fileName, current: index === versions.length - 1 };
}

function whatHappened({ draft }: KnownEvent, changes: readonly HistoryChange[]): string {
  switch (draft.kind) {
    case 'asset-added':
      return draft.body.fields.status === 'draft' ? 'added it as a draft' : 'published it';
    case 'asset-version-added':
      return draft.body.version.note === undefined
        ? 'added a version'
        : `added a version (${draft.body.version.note})`;
    case 'asset-verified':
      return 'verified it';
    default: {
      const [only] = changes;
      if (changes.length === 1 && only?.field === 'status') {
        if (only.after === 'Archived') return 'archived it';
        if (only.before === 'Archived') return 'took it out of the archive';
      }
      return `changed ${listed(changes.map(({ label }) => label.toLowerCase()))}`;
    }
  }
}
