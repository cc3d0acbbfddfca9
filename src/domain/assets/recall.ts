import type { Origin } from '../versions/version-state.ts';

/** 'Do not use from now on', with who said so and when. */
export type Recall = Origin & {
  readonly reason: string;
  /** The asset to be used in its place. */
  readonly replacement?: string;
};

/** How many recalls are followed from one asset to the next: more than anybody makes, less than a circle. */
const MOST_FOLLOWED = 16;

/**
 * What was named in place of a recalled asset: where that was recalled too, what was named in its place, and so on. `undefined` where the way ends
 * at nothing that may be used, or nowhere.
 */
export function replacementOf<Asset extends { readonly id: string }>(
  recalled: Asset,
  named: (asset: Asset) => Asset | undefined,
  usable: (asset: Asset) => boolean,
): Asset | undefined {
  let at: Asset | undefined = recalled;
  for (let followed = 0; followed < MOST_FOLLOWED && at !== undefined; followed += 1) {
    at = named(at);
    if (at !== undefined && usable(at)) return at.id === recalled.id ? undefined : at;
  }
  return undefined;
}
