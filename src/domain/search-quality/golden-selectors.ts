import type { z } from 'zod';
import type { Holds } from '../kernel/holds.ts';
import type { GoldenPart, goldenBody } from './golden.ts';

/** What one asks of the golden queries. */

type Catalog = Holds<GoldenPart>;
type Golden = z.infer<typeof goldenBody>;

/** All golden queries, in use or retired. */
export function allGolden({ state }: Catalog): Golden[] {
  return [...state.golden.values()].map(({ value }) => value);
}

/** A golden query, in use or retired. */
export function knownGolden({ state }: Catalog, id: string): Golden | undefined {
  return state.golden.get(id)?.value;
}
