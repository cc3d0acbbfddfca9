import { notFound } from '../base/refusal.ts';
import type { StandingKit } from './kits.ts';
import type { WithKits } from './with-kits.ts';

/** A kit that the person here may see. Throws `Refusal` NOT_FOUND. */
export function kitOf(replica: Pick<WithKits, 'kits'>, id: string): StandingKit {
  const kit = replica.kits.seen(id);
  if (kit === undefined) throw notFound('kit');
  return kit;
}
