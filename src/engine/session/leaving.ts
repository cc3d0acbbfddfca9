import type { Leaving } from '../../contract/session.ts';
import { policiesOf } from '../../domain/people/membership.ts';
import { MODEL } from '../../domain/registry.ts';
import type { OpenHub } from '../open-hub.ts';

/** What leaves the device of whoever is here, by who can read it in the hub: everybody has the catalog, marketers and leads the activity. */
export function leavingOf(hub: OpenHub): Leaving {
  const { searchWords } = policiesOf(hub.catalog.state.membership.timeline);
  const { catalog, activity } = MODEL.leaving(hub.catalog.self().role, searchWords);
  return { everybody: [...catalog], publishers: [...activity] };
}
