import { LooseBytes } from '../../encoding/loose-bytes.ts';
import type { CompoundFile } from '../../package/compound-file.ts';
import { Damaged } from '../../reading/reading.ts';

/** Bytes of one stream of an old document that are read. */
export const MAX_STREAM = 100_000_000;

/** A stream of a compound file, in which case does not matter. Throws `Damaged` where it is not there whole. */
export function streamOf(compound: CompoundFile, name: string): LooseBytes {
  const entry = compound.root.children.find((one) => one.name.toLowerCase() === name.toLowerCase());
  const bytes = entry && compound.read(entry, MAX_STREAM);
  if (!bytes) throw new Damaged(`no ${name}`);
  return new LooseBytes(bytes);
}
