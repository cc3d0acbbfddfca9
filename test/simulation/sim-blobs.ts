import { createHash } from 'node:crypto';
import type { Sha256 } from '../../src/shared/ids.ts';
import type { StreamEvent } from '../../src/sync/journal-event.ts';
import type { ExchangedBlobs } from '../../src/sync/ports/exchanged-blobs.ts';

/** The SHA-256 of some bytes. */
export function shaOfBytes(bytes: Uint8Array): Sha256 {
  return createHash('sha256').update(bytes).digest('hex') as Sha256;
}

/** The blobs of a simulated device; an event refers to those that the version in its body names. */
export class SimBlobs implements ExchangedBlobs {
  readonly kept = new Map<string, Uint8Array>();

  add(text: string): Sha256 {
    const bytes = new TextEncoder().encode(text);
    const sha256 = shaOfBytes(bytes);
    this.kept.set(sha256, bytes);
    return sha256;
  }

  referredTo({ event }: StreamEvent): readonly Sha256[] {
    return versionBlobs(event.body);
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
    const fits = shaOfBytes(bytes) === sha256;
    if (fits) this.kept.set(sha256, bytes);
    return { outcome: fits ? ('stored' as const) : ('mismatch' as const), size: bytes.length };
  }
}

/** The blobs that the body of an event names. */
export function versionBlobs(body: Readonly<Record<string, unknown>>): readonly Sha256[] {
  const { version } = body;
  if (typeof version !== 'object' || version === null) return [];
  const { sha256, textBlob } = version as { readonly sha256?: unknown; readonly textBlob?: unknown };
  return [sha256, textBlob].filter((name): name is Sha256 => typeof name === 'string');
}
