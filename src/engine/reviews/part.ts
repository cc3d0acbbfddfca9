import type { BasePorts } from '../base/base-ports.ts';
import { RecallsKnown } from './recall-news.ts';

/** Opens of which recalls the person at this device knows. */
export async function reviewsPart({ ports }: { readonly ports: BasePorts }) {
  return { recallsKnown: await RecallsKnown.open(ports.home.local, ports.logger) };
}
