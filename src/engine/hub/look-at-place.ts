import type { PlaceState } from '../../contract/hub.ts';
import type { HubLocation } from '../../shared/hub-location.ts';
import { cleanName } from '../../shared/person-name.ts';
import { type Says, says } from '../../shared/says/says.ts';
import { DEVICES_PREFIX, HUB_KEY } from '../../sync/hub/hub-layout.ts';
import { type Listing, StoreError } from '../../sync/hub/object-store.ts';
import type { Crypto } from '../../sync/identity/crypto.ts';
import type { HubDocument } from '../../sync/identity/hub-document.ts';
import { hubFingerprint, readHubDocument } from '../../sync/identity/hub-document.ts';
import { LIMITS } from '../../sync/limits.ts';
import type { HubPlace } from '../ports/hub-places.ts';
import { blockedBy } from './what-holds-up.ts';

/** What is at a place. */
type PlaceFound =
  | { readonly found: 'hub'; readonly hub: HubDocument }
  | { readonly found: 'nothing'; readonly empty: boolean }
  /** Parts of a hub are there; its description is not, or only half of it. */
  | { readonly found: 'arriving' }
  | { readonly found: 'unusable'; readonly says: Says };

/** Looks at a place before somebody shares or joins a hub there. Writes nothing. */
export async function lookAtPlace(place: HubPlace, crypto: Crypto): Promise<PlaceFound> {
  const { kind } = place.location;
  try {
    const bytes = await place.store.get(HUB_KEY, { limit: LIMITS.hub });
    if (bytes === undefined) {
      const listing = await place.store.list('');
      if (listing.folders.includes(DEVICES_PREFIX)) return { found: 'arriving' };
      return { found: 'nothing', empty: isEmpty(listing, place) };
    }
    const reading = readHubDocument(bytes, crypto);
    switch (reading.outcome) {
      case 'hub':
        return { found: 'hub', hub: reading.hub };
      case 'newer-format':
        return { found: 'unusable', says: blockedBy('newer-format', kind) };
      case 'unreadable':
        return { found: 'arriving' };
      case 'forged':
        return { found: 'unusable', says: says(`${kind}.forged`) };
    }
  } catch (error) {
    if (!(error instanceof StoreError)) throw error;
    const { failure } = error;
    const usual = failure === 'unreachable' ? says(`${kind}.unreachable`) : blockedBy(failure, kind);
    return { found: 'unusable', says: place.explain(error) ?? usual };
  }
}

function isEmpty({ objects, folders, foreign }: Listing, place: HubPlace): boolean {
  const others = foreign.filter((name) => !place.isClutter(name));
  return objects.length + folders.length + others.length === 0;
}

/** The same for a window. `own` is the hub that this replica belongs to. */
export function placeState(
  location: HubLocation,
  found: PlaceFound,
  own: string | undefined,
  crypto: Crypto,
): PlaceState {
  switch (found.found) {
    case 'unusable':
      return { place: 'unusable', location, says: found.says };
    case 'arriving':
      return { place: 'arriving', location };
    case 'nothing':
      return { place: found.empty ? 'empty' : 'not-empty', location };
    case 'hub':
      return {
        place: found.hub.hub === own ? 'own-hub' : 'hub',
        location,
        name: cleanName(found.hub.name),
        fingerprint: hubFingerprint(found.hub, crypto),
      };
  }
}
