import type { ExplainedField } from '../../contract/history.ts';
import { knownAsset } from '../../domain/assets/asset-selectors.ts';
import { ASSET_FIELDS } from '../../domain/assets/fields.ts';
import { type OrderKey, ownStamp } from '../../domain/kernel/order.ts';
import { ownerOfDevice } from '../../domain/people/people-selectors.ts';
import { currentVersion, standingVersions, verificationOf } from '../../domain/versions/versions.ts';
import { summaryOf } from '../assets/assets.ts';
import { visibleVersions } from '../assets/versions.ts';
import type { WithAssets } from '../assets/with-assets.ts';
import { timeOfStamp } from '../live/event-time.ts';
import { eventsOfAsset } from './asset-history.ts';
import { fieldText } from './field-words.ts';
import { deviceNameOf } from './history-entry.ts';

/** Which events give an asset's fields, versions and verification what they are. */
export async function explainAsset(
  replica: WithAssets,
  asset: string,
): Promise<{ fields: ExplainedField[] }> {
  summaryOf(replica, asset);
  const { catalog } = replica;
  const state = knownAsset(catalog, asset);
  if (state === undefined) return { fields: [] };
  const byStamp = new Map((await eventsOfAsset(catalog, asset)).map((known) => [known.stamp, known]));
  const explain = (field: string, stamp: OrderKey, value: unknown, text: string): ExplainedField => {
    const known = byStamp.get(stamp);
    const device = ownStamp(stamp).split('|')[1] ?? '';
    const member = known?.event.member ?? ownerOfDevice(catalog, device);
    return {
      field,
      value,
      text,
      who: member === undefined ? 'unknown' : catalog.member(member).name,
      device,
      deviceName: deviceNameOf(catalog, device),
      when: known?.at ?? timeOfStamp(stamp),
      ...(known !== undefined && { event: `${device}/catalog/${known.event.seq}` }),
    };
  };
  const fields: ExplainedField[] = [];
  if (state.added !== undefined) fields.push(explain('added', state.added.stamp, asset, 'Added'));
  for (const field of ASSET_FIELDS) {
    const register = state.fields[field];
    if (register === undefined) continue;
    fields.push(explain(field, register.stamp, register.value, fieldText(catalog, field, register.value)));
  }
  for (const version of visibleVersions(replica, asset)) {
    const { id, fileName, sha256 } = version.body;
    const text = version.state === 'draft' ? `${fileName} (draft)` : fileName;
    fields.push(explain(`version ${version.number}`, version.stamp, { id, fileName, sha256 }, text));
  }
  const current = currentVersion(standingVersions(state));
  const verified = current && verificationOf(state, current);
  if (verified !== undefined) fields.push(explain('verified', verified.stamp, verified.value.at, 'Verified'));
  return { fields };
}
