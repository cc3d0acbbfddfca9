import type { PlaceState } from '../../contract/hub.ts';
import type { HubLocation } from '../../shared/hub-location.ts';
import { cleanName } from '../../shared/person-name.ts';
import { DEVICES_PREFIX, HUB_KEY } from '../../sync/hub/hub-layout.ts';
import { type Listing, StoreError } from '../../sync/hub/object-store.ts';
import type { Crypto } from '../../sync/identity/crypto.ts';
import type { HubDocument } from '../../sync/identity/hub-document.ts';
import { hubFingerprint, readHubDocument } from '../../sync/identity/hub-document.ts';
import { LIMITS } from '../../sync/limits.ts';
import type { HubPlace } from '../ports/hub-places.ts';
import { blockedMessage } from './sync-messages.ts';

/** What is at a place. */
type PlaceFound =
  | { readonly found: 'hub'; readonly hub: HubDocument }
  | { readonly found: 'nothing'; readonly empty: boolean }
  /** Parts of a hub are there; its description is not, or only half of it. */
  | { readonly found: 'arriving' }
  | { readonly found: 'unusable'; readonly message: string };

/** Looks at a place before somebody shares or joins a hub there. Writes nothing. */
export async function lookAtPlace(place: HubPlace, crypto: Crypto): Promise<PlaceFound> {
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
        return { found: 'unusable', message: blockedMessage('newer-format', place.words) };
      case 'unreadable':
        return { found: 'arriving' };
      case 'forged':
        return { found: 'unusable', message: place.words.forged };
    }
  } catch (error) {
    if (!(error instanceof StoreError)) throw error;
    const { words } = place;
    const usual = error.failure === 'unreachable' ? words.unreachable : blockedMessage(error.failure, words);
    const message = place.explain(error) ?? usual;
    return { found: 'unusable', message };
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
      return { place: 'unusable', location, message: found.message };
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
