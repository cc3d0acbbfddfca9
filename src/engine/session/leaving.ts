import type { Leaving } from '../../contract/session.ts';
import { MODEL } from '../../domain/registry.ts';
import { says } from '../../shared/says/says.ts';
import { searchWordsOf } from '../people/policies.ts';
import type { WithSession } from './with-session.ts';

/** What leaves the device of whoever is here, by who can read it in the hub: everybody has the catalog, marketers and leads the activity. */
export function leavingOf(replica: WithSession): Leaving {
  const { catalog, activity } = MODEL.leaving(replica.catalog.self().role, searchWordsOf(replica));
  return {
    everybody: catalog.map((code) => says(code)),
    publishers: activity.map((code) => says(code)),
  };
}
