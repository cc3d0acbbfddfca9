import type { HistoryChange } from '../../contract/history.ts';
import type { EventBody, ToldByEngine } from '../../domain/registry.ts';
import type { HistoryCode } from '../../shared/says/history.ts';
import { type Says, says } from '../../shared/says/says.ts';
import type { ToldField } from '../../shared/says/told-field.ts';
import type { AssetAttribute } from '../../shared/vocabulary/asset-attributes.ts';
import { isDimensionField } from '../../shared/vocabulary/asset-fields.ts';

/** What authors of events did to an asset, where telling it needs what only the engine knows. Of the other kinds their definitions tell it. */

/** What an event changed, and the number of the version that it names, where the person here sees that one. */
type Known = {
  readonly changes: readonly HistoryChange[];
  readonly numberOf: (version: string) => number | undefined;
};

const MOVED = { published: 'published', dropped: 'dropped', draft: 'taken-back' } as const;

/** A changed field as sentences tell it. */
function toldField({ field, dimension = '' }: HistoryChange): ToldField {
  return isDimensionField(field) ? { dimension } : (field as AssetAttribute);
}

/** By kind: one that is left to the engine and not told here does not compile. */
export const ASSET_TOLD: {
  readonly [Kind in ToldByEngine<'asset'>]: (body: EventBody<Kind>, known: Known) => Says<HistoryCode>;
} = {
  'asset-version-moved': ({ version, to }, { numberOf }) => {
    const number = numberOf(version);
    return number === undefined
      ? says(`history.draft-${MOVED[to]}`)
      : says(`history.version-${MOVED[to]}`, { number });
  },
  'asset-verified': ({ version, withdrawn }, { numberOf }) => {
    if (withdrawn === true) return says('history.verification-withdrawn');
    const number = version === undefined ? undefined : numberOf(version);
    return number === undefined ? says('history.verified') : says('history.version-verified', { number });
  },
  'asset-edited': ({ set }, { changes }) => {
    const [only] = changes;
    if (changes.length === 1 && only?.field === 'status') {
      if (set.status === 'archived') return says('history.archived');
      if (only.before?.[0] === 'archived') return says('history.unarchived');
    }
    return says('history.changed', { fields: changes.map(toldField) });
  },
};
