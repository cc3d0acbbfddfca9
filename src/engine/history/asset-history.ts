import type { History, HistoryChange, HistoryEntry } from '../../contract/history.ts';
import { type AssetFields, assetFieldsSchema } from '../../domain/events.ts';
import { maySeeUnreleased } from '../../domain/gate.ts';
import { may } from '../../domain/permissions.ts';
import { currentVersion, type StandingVersion } from '../../domain/versions.ts';
import { summaryOf } from '../assets/assets.ts';
import { visibleVersions } from '../assets/versions.ts';
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
  const state = catalog.state.assets.get(asset);
  const versions = state === undefined ? [] : visibleVersions(hub, state);
  const seesDrafts = maySeeUnreleased(catalog.self().role);
  for (const known of await eventsOfAsset(catalog, asset)) {
    if (!seesDrafts && tellsOfDraft(known, versions)) continue;
    const refused = refusedWhyOf(catalog, known);
    const changes = changesOf(catalog, asset, known, values, refused !== undefined);
    const version = versionOf(known, versions);
    entries.push({
      ...entryHead(hub, known),
      what: whatHappened(known, changes, versions),
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

/** The id of the version that an event is about. */
function versionIdOf({ draft }: KnownEvent): string | undefined {
  switch (draft.kind) {
    case 'asset-added':
    case 'asset-version-added':
    case 'asset-version-drafted':
      return draft.body.version.id;
    case 'asset-version-moved':
    case 'asset-version-read':
    case 'asset-verified':
      return draft.body.version;
    default:
      return undefined;
  }
}

/** Says whether an entry would tell of a draft: of its being there, or of a publication that was taken back. */
function tellsOfDraft(known: KnownEvent, versions: readonly StandingVersion[]): boolean {
  const { draft } = known;
  if (draft.kind === 'asset-version-drafted') return true;
  const isHidden = (id: string) => !versions.some(({ body }) => body.id === id);
  if (draft.kind === 'asset-version-read') return isHidden(draft.body.version);
  if (draft.kind !== 'asset-version-moved') return false;
  return draft.body.to !== 'published' || isHidden(draft.body.version);
}

function versionOf(known: KnownEvent, versions: readonly StandingVersion[]): HistoryEntry['version'] {
  const { draft } = known;
  if (draft.kind === 'asset-verified' || draft.kind === 'asset-version-read') return undefined;
  const version = versions.find(({ body }) => body.id === versionIdOf(known));
  if (version === undefined) return undefined;
  const { body, number } = version;
  return { id: body.id, number, fileName: body.fileName, current: version === currentVersion(versions) };
}

function withNote(what: string, note: string | undefined): string {
  return note === undefined ? what : `${what} (${note})`;
}

const MOVED = { published: 'published', dropped: 'dropped', draft: 'took back to draft' } as const;

function whatHappened(
  known: KnownEvent,
  changes: readonly HistoryChange[],
  versions: readonly StandingVersion[],
): string {
  const { draft } = known;
  const number = versions.find(({ body }) => body.id === versionIdOf(known))?.number;
  switch (draft.kind) {
    case 'asset-added':
      return draft.body.fields.status === 'draft' ? 'added it as a draft' : 'published it';
    case 'asset-version-added':
      return withNote('added a version', draft.body.version.note);
    case 'asset-version-drafted':
      return withNote('saved a new version as a draft', draft.body.version.note);
    case 'asset-version-moved':
      return `${MOVED[draft.body.to]} ${number === undefined ? 'a draft version' : `version ${number}`}`;
    case 'asset-version-read':
      return 'read its text again';
    case 'asset-verified':
      return number === undefined ? 'verified it' : `verified version ${number}`;
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
