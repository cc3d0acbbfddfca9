import type { ExplainedField } from '../../contract/history.ts';
import { knownAsset } from '../../domain/assets/asset-selectors.ts';
import { type OrderKey, ownStamp } from '../../domain/kernel/order.ts';
import { knownDevice, ownerOfDevice } from '../../domain/people/people-selectors.ts';
import { currentVersion, standingVersions, verificationOf } from '../../domain/versions/versions.ts';
import { fieldsIn, isDimensionField } from '../../shared/vocabulary/asset-fields.ts';
import { summaryOf } from '../assets/assets.ts';
import { nameOfDimension } from '../assets/dimension-fields.ts';
import { visibleVersions } from '../assets/versions.ts';
import type { WithAssets } from '../assets/with-assets.ts';
import { timeOfStamp } from '../live/event-time.ts';
import { eventsOfAsset } from './asset-history.ts';
import { fieldParts } from './field-parts.ts';

type Is = Pick<ExplainedField, 'parts' | 'draft' | 'dimension'>;

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
  const explain = (field: string, stamp: OrderKey, value: unknown, is: Is = {}): ExplainedField => {
    const known = byStamp.get(stamp);
    const device = ownStamp(stamp).split('|')[1] ?? '';
    const member = known?.event.member ?? ownerOfDevice(catalog, device);
    const deviceName = knownDevice(catalog, device)?.name;
    return {
      field,
      value,
      ...is,
      ...(member !== undefined && { who: catalog.member(member).name }),
      device,
      ...(deviceName !== undefined && { deviceName }),
      when: known?.at ?? timeOfStamp(stamp),
      ...(known !== undefined && { event: `${device}/catalog/${known.event.seq}` }),
    };
  };
  const fields: ExplainedField[] = [];
  if (state.added !== undefined) fields.push(explain('added', state.added.stamp, asset));
  for (const field of fieldsIn(state.fields)) {
    const register = state.fields[field];
    if (register === undefined) continue;
    const { stamp, value } = register;
    fields.push(
      explain(field, stamp, value, {
        parts: fieldParts(catalog, field, value),
        ...(isDimensionField(field) && { dimension: nameOfDimension(catalog, field) }),
      }),
    );
  }
  for (const version of visibleVersions(replica, asset)) {
    const { id, fileName, sha256 } = version.body;
    const is = { parts: [fileName], ...(version.state === 'draft' && { draft: true }) };
    fields.push(explain(`version ${version.number}`, version.stamp, { id, fileName, sha256 }, is));
  }
  const current = currentVersion(standingVersions(state));
  const verified = current && verificationOf(state, current);
  if (verified !== undefined) fields.push(explain('verified', verified.stamp, verified.value.at));
  return { fields };
}
