import type { Stream } from '../../shared/vocabulary/device.ts';
import type { Crypto, Signer } from '../identity/crypto.ts';
import type { Author } from '../journal/author.ts';
import type { JournalFiles } from '../journal/journal-files.ts';
import { makeSeal } from '../journal/seal.ts';
import { type HubHead, type StreamHead, signHead } from './hub-head.ts';
import { writeSegment } from './segment.ts';

/**
 * The head of a device that will never write again, signed while its key is still there, so that others can bring its journal into a hub:
 * one segment a stream, whatever its size.
 */
export async function farewellHead(
  files: JournalFiles,
  author: Author,
  signer: Signer,
  crypto: Crypto,
  at: number,
): Promise<HubHead> {
  const stream = async (name: Stream): Promise<StreamHead> => {
    const { seq, digest } = author.head(name);
    if (seq === 0) return { seq, digest, segments: [] };
    const lines: string[] = [];
    for await (const batch of files.read(author.device, name))
      for (const line of batch) lines.push(line.text);
    const seal = makeSeal(author.device, name, { seq, digest }, signer);
    const size = writeSegment(seal, lines, crypto).length;
    return { seq, digest, segments: [{ from: 1, to: seq, digest, size }] };
  };
  const streams = { catalog: await stream('catalog'), activity: await stream('activity') };
  return signHead({ device: author.device, serial: 1, at, streams, retired: [] }, signer);
}
