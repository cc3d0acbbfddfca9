import { createHash } from 'node:crypto';
import type { Sha256 } from '../../../src/shared/vocabulary/ids.ts';
import type { ExchangedBlobs } from '../../../src/sync/exchange/exchanged-blobs.ts';
import type { StreamEvent } from '../../../src/sync/journal/journal-event.ts';

type Body = StreamEvent['event']['body'];

/** The SHA-256 of some bytes. */
export function shaOfBytes(bytes: Uint8Array): Sha256 {
  return createHash('sha256').update(bytes).digest('hex') as Sha256;
}

/** What the body of an event calls `blobs`. */
function listedBlobs({ blobs }: Body): readonly Sha256[] {
  return Array.isArray(blobs) ? (blobs as Sha256[]) : [];
}

/** The blobs that the version in the body of an event names. */
export function versionBlobs({ version }: Body): readonly Sha256[] {
  if (typeof version !== 'object' || version === null) return [];
  const { sha256, textBlob } = version as { readonly sha256?: unknown; readonly textBlob?: unknown };
  return [sha256, textBlob].filter((name): name is Sha256 => typeof name === 'string');
}

/** Blobs in memory; `namedIn` says to which of them an event refers. */
export class MemoryBlobs implements ExchangedBlobs {
  readonly kept = new Map<string, Uint8Array>();
  readonly #namedIn: (body: Body) => readonly Sha256[];

  constructor(namedIn: (body: Body) => readonly Sha256[] = listedBlobs) {
    this.#namedIn = namedIn;
  }

  add(content: Uint8Array | string): Sha256 {
    const bytes = typeof content === 'string' ? new TextEncoder().encode(content) : content;
    const sha256 = shaOfBytes(bytes);
    this.kept.set(sha256, bytes);
    return sha256;
  }

  referredTo({ event }: StreamEvent): readonly Sha256[] {
    return this.#namedIn(event.body);
  }

  async has(sha256: Sha256): Promise<boolean> {
    return this.kept.has(sha256);
  }

  async content(sha256: Sha256): Promise<Uint8Array | undefined> {
    return this.kept.get(sha256);
  }

  async receive(sha256: Sha256, pieces: AsyncIterable<Uint8Array>) {
    const parts: Uint8Array[] = [];
    for await (const piece of pieces) parts.push(piece);
    const bytes = new Uint8Array(Buffer.concat(parts));
    const digest = shaOfBytes(bytes);
    const fits = digest === sha256;
    if (fits) this.kept.set(sha256, bytes);
    return { outcome: fits ? ('stored' as const) : ('mismatch' as const), size: bytes.length, digest };
  }
}
