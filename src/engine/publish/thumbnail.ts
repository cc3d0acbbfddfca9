import { bytesOfBase64 } from '../../shared/base64.ts';
import { says } from '../../shared/says/says.ts';
import { invalid } from '../base/refusal.ts';
import type { WithPublishing } from './with-publishing.ts';

/** A picture that the window drew of a staged video. */
export type DrawnThumbnail = {
  readonly row: string;
  readonly mediaType: 'image/webp' | 'image/jpeg';
  readonly data: string;
  readonly width: number;
  readonly height: number;
};

/** Keeps a picture that the window drew, if it is one. */
export async function storeThumbnail(
  replica: WithPublishing,
  drawn: DrawnThumbnail,
): Promise<{ set: boolean }> {
  replica.staging.held(drawn.row);
  const bytes = bytesOfBase64(drawn.data);
  if (bytes === undefined || !isPicture(bytes, drawn.mediaType)) {
    throw invalid(says('publish.no-picture'), 'data');
  }
  const { sha256 } = await replica.ports.home.blobs.put(bytes);
  const { mediaType, width, height } = drawn;
  return { set: replica.staging.setThumbnail(drawn.row, { sha256, mediaType, width, height }) };
}

function isPicture(bytes: Uint8Array, mediaType: DrawnThumbnail['mediaType']): boolean {
  if (mediaType === 'image/jpeg') return bytes[0] === 0xff && bytes[1] === 0xd8 && bytes[2] === 0xff;
  const text = (from: number): string => String.fromCharCode(...bytes.subarray(from, from + 4));
  return text(0) === 'RIFF' && text(8) === 'WEBP';
}
