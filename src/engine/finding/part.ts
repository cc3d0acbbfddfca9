import type { BasePorts } from '../base/base-ports.ts';
import { openFinding } from './finding.ts';
import type { SavedIn } from './saved-searches.ts';

/** Opens what this device keeps for the one who searches. */
export async function findingPart(replica: SavedIn & { readonly ports: BasePorts }) {
  return { finding: await openFinding(replica.ports, replica) };
}
