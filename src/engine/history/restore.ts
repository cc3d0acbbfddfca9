import type { AssetChanges } from '../../contract/assets.ts';
import { standingVersionsOf } from '../../domain/assets/asset-selectors.ts';
import type { AssetFields } from '../../domain/assets/fields.ts';
import { restoredNote } from '../../domain/assets/restored-note.ts';
import { followedBy } from '../../domain/assets/variant-selectors.ts';
import { may } from '../../domain/people/permissions.ts';
import { currentVersion } from '../../domain/versions/versions.ts';
import { says } from '../../shared/says/says.ts';
import { isAssetField, ofFields } from '../../shared/vocabulary/asset-fields.ts';
import { editAssets, summaryOf } from '../assets/assets.ts';
import type { WithAssets } from '../assets/with-assets.ts';
import { invalid, notAllowed, notFound } from '../base/refusal.ts';
import { mintHere } from '../live/minted.ts';
import { eventsOfAsset, settingOf } from './asset-history.ts';
import { fieldParts } from './field-parts.ts';
import { refusedWhyOf } from './history-entry.ts';

/** Which value of which entry is to come back. */
type RestoreField = {
  readonly asset: string;
  readonly device: string;
  readonly seq: number;
  readonly field: string;
  readonly value: 'after' | 'before';
};

/** Gives a field an older value again, by a new event. Answers the value. */
export async function restoreField(
  replica: WithAssets,
  input: RestoreField,
): Promise<{ restored: string[]; undo?: string }> {
  checkMayRestore(replica);
  const { field } = input;
  if (!isAssetField(field)) throw invalid(says('history.no-such-field'), 'field');
  const value = await olderValue(replica, input, field);
  if (value === undefined) {
    throw invalid(says('history.no-earlier-value'), 'field');
  }
  const set = ofFields<AssetChanges>([[field, value]]);
  const { undo } = await editAssets(replica, [input.asset], set);
  return { restored: fieldParts(replica.catalog, field, value), ...(undo !== undefined && { undo }) };
}

/** The value that an entry gave to a field, or the one that counted before it. */
async function olderValue(
  replica: WithAssets,
  input: RestoreField,
  field: keyof AssetFields,
): Promise<unknown> {
  const before = new Map<string, unknown>();
  for (const known of await eventsOfAsset(replica.catalog, input.asset)) {
    const value = settingOf(known)[field];
    if (known.event.device === input.device && known.event.seq === input.seq) {
      return input.value === 'before' ? before.get(known.of) : value;
    }
    if (value !== undefined && refusedWhyOf(replica.catalog, known) === undefined)
      before.set(known.of, value);
  }
  throw notFound('entry');
}

/** Makes an older version current again: a new version with the same file. */
export async function restoreVersion(
  replica: WithAssets,
  of: string,
  version: string,
): Promise<{ version: string; number: number }> {
  checkMayRestore(replica);
  const { id: asset } = summaryOf(replica, of);
  const versions = standingVersionsOf(replica.catalog, asset);
  const old = versions.find(({ body }) => body.id === version);
  const current = currentVersion(versions);
  if (old === undefined || current === undefined) throw notFound('version');
  if (old === current) throw invalid(says('history.current-already'));
  if (old.state === 'draft') throw invalid(says('history.is-draft'));
  const minted = mintHere(replica);
  const id = minted.id('version');
  const body = { ...old.body, id, note: restoredNote(old.number) };
  const at = replica.ports.clock.now();
  const follows = followedBy(replica.catalog, version);
  await replica.catalog.commit([
    { kind: 'asset-version-added', body: { asset, nonce: minted.nonce, version: body, at } },
    // A language edition is again as far behind its original as it was with that version.
    ...(follows === null
      ? []
      : [{ kind: 'asset-variant-followed' as const, body: { asset, version: id, follows, at } }]),
  ]);
  return { version: id, number: current.number + 1 };
}

function checkMayRestore(replica: WithAssets): void {
  if (may(replica.catalog.self().role, 'edit')) return;
  throw notAllowed(says('history.restore-by-publishers'));
}
