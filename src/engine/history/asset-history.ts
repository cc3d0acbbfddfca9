import type { History, HistoryChange, HistoryEntry } from '../../contract/history.ts';
import { idsOfAsset, lastWriteOfField } from '../../domain/assets/asset-selectors.ts';
import type { AssetFields } from '../../domain/assets/fields.ts';
import { maySeeUnreleased } from '../../domain/assets/gate.ts';
import { entryOf } from '../../domain/kernel/register.ts';
import { may } from '../../domain/people/permissions.ts';
import { currentVersion, type StandingVersion } from '../../domain/versions/versions.ts';
import type { HistoryCode } from '../../shared/says/history.ts';
import { type Says, says } from '../../shared/says/says.ts';
import { fieldsIn, isDimensionField } from '../../shared/vocabulary/asset-fields.ts';
import { summaryOf } from '../assets/assets.ts';
import { nameOfDimension } from '../assets/dimension-fields.ts';
import { visibleVersions } from '../assets/versions.ts';
import type { WithAssets } from '../assets/with-assets.ts';
import type { LiveCatalog } from '../live/live-catalog.ts';
import { ASSET_TOLD } from './asset-told.ts';
import { fieldParts } from './field-parts.ts';
import { entryHead, refusedWhyOf } from './history-entry.ts';
import { eventsAbout, type KnownEvent, toldBy } from './journal-events.ts';

type Setting = { readonly [Field in keyof AssetFields]?: AssetFields[Field] | undefined };

/** The fields that an event sets. */
export function settingOf({ told }: KnownEvent): Setting {
  return (told?.sets ?? {}) as Setting;
}

/** What happened to an asset, newest first: who, when, from which device, which values were before and after. */
export async function assetHistory(replica: WithAssets, asset: string): Promise<History> {
  summaryOf(replica, asset);
  const { catalog } = replica;
  /** What fields were before, of each of the assets that were made one. */
  const values = new Map<string, Map<keyof AssetFields, unknown>>();
  const entries: HistoryEntry[] = [];
  const versions = visibleVersions(replica, asset);
  const seesDrafts = maySeeUnreleased(catalog.self().role);
  const sees = (version: string) => versions.some(({ body }) => body.id === version);
  for (const known of await eventsOfAsset(catalog, asset)) {
    if (!seesDrafts && known.told?.tellsOfDraft(sees) === true) continue;
    const refused = refusedWhyOf(catalog, known);
    const ofIts = entryOf(values, known.of, () => new Map<keyof AssetFields, unknown>());
    const changes = changesOf(catalog, asset, known, ofIts, refused !== undefined);
    const version = versionOf(known, versions);
    entries.push({
      ...entryHead(replica, known),
      what: whatHappened(known, changes, versions),
      changes: known.draft.kind === 'asset-added' ? [] : changes,
      ...(version !== undefined && { version }),
      ...(refused !== undefined && { refused }),
    });
  }
  return { entries: entries.reverse(), canRestore: may(catalog.self().role, 'edit') };
}

/** An event with the asset that it is of: one of those that were made one. */
type EventOfAsset = KnownEvent & { readonly of: string };

/** The events that its history tells, oldest first; ratings are told elsewhere. */
export async function eventsOfAsset(catalog: LiveCatalog, asset: string): Promise<readonly EventOfAsset[]> {
  const found: EventOfAsset[] = [];
  for (const of of idsOfAsset(catalog, asset)) {
    for (const known of await eventsAbout(catalog, of))
      if (known.told?.isAbout('asset', of) === true) found.push({ ...known, of });
  }
  return found.sort((a, b) => (a.stamp < b.stamp ? -1 : a.stamp > b.stamp ? 1 : 0));
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
  return fieldsIn(setting).map((field) => {
    const before = values.has(field) ? fieldParts(catalog, field, values.get(field)) : null;
    if (!refused) values.set(field, setting[field]);
    const dimension = isDimensionField(field) ? nameOfDimension(catalog, field) : undefined;
    return {
      field,
      ...(dimension !== undefined && { dimension }),
      before,
      after: fieldParts(catalog, field, setting[field]),
      current: !refused && lastWriteOfField(catalog, asset, field) === known.stamp,
    };
  });
}

function versionOf({ told }: KnownEvent, versions: readonly StandingVersion[]): HistoryEntry['version'] {
  const version = versions.find(({ body }) => body.id === told?.version);
  if (version === undefined) return undefined;
  const { body, number } = version;
  return { id: body.id, number, fileName: body.fileName, current: version === currentVersion(versions) };
}

function whatHappened(
  { told, draft }: KnownEvent,
  changes: readonly HistoryChange[],
  versions: readonly StandingVersion[],
): Says<HistoryCode> {
  const numberOf = (version: string) => versions.find(({ body }) => body.id === version)?.number;
  return told?.what ?? toldBy(ASSET_TOLD, draft, { changes, numberOf }) ?? says('history.something');
}
