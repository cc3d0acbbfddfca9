import { hasAscii, hasBytes } from '../encoding/bytes.ts';

/** Pixels of an image, from its header. */
type ImageSize = { readonly width: number; readonly height: number };

/** Reads an image's size without decoding it, so that a pixel bomb is known before it goes off; undefined when unknown. */
export function imageSize(bytes: Uint8Array): ImageSize | undefined {
  const view = new DataView(bytes.buffer, bytes.byteOffset, bytes.byteLength);
  if (bytes.length < 30) return undefined;
  if (hasBytes(bytes, [0x89, 0x50, 0x4e, 0x47]))
    return { width: view.getUint32(16), height: view.getUint32(20) };
  if (hasAscii(bytes, 'GIF8')) return { width: view.getUint16(6, true), height: view.getUint16(8, true) };
  if (hasAscii(bytes, 'BM')) {
    return { width: Math.abs(view.getInt32(18, true)), height: Math.abs(view.getInt32(22, true)) };
  }
  if (hasAscii(bytes, 'RIFF') && hasAscii(bytes, 'WEBP', 8)) return webpSize(bytes, view);
  if (hasBytes(bytes, [0xff, 0xd8])) return jpegSize(bytes, view);
  return undefined;
}

function webpSize(bytes: Uint8Array, view: DataView): ImageSize | undefined {
  if (hasAscii(bytes, 'VP8X', 12)) {
    return { width: 1 + (view.getUint32(24, true) & 0xffffff), height: 1 + (view.getUint32(26, true) >>> 8) };
  }
  if (hasAscii(bytes, 'VP8L', 12)) {
    const packed = view.getUint32(21, true);
    return { width: 1 + (packed & 0x3fff), height: 1 + ((packed >>> 14) & 0x3fff) };
  }
  if (hasAscii(bytes, 'VP8 ', 12)) {
    return { width: view.getUint16(26, true) & 0x3fff, height: view.getUint16(28, true) & 0x3fff };
  }
  return undefined;
}

/** Walks the segments to the frame header (ITU T.81, B.2.2). */
function jpegSize(bytes: Uint8Array, view: DataView): ImageSize | undefined {
  let at = 2;
  while (at + 9 < bytes.length) {
    if (bytes[at] !== 0xff) return undefined;
    const marker = bytes[at + 1] ?? 0;
    const isFrame = marker >= 0xc0 && marker <= 0xcf && marker !== 0xc4 && marker !== 0xc8 && marker !== 0xcc;
    if (isFrame) return { height: view.getUint16(at + 5), width: view.getUint16(at + 7) };
    at += marker === 0xff ? 1 : 2 + view.getUint16(at + 2);
  }
  return undefined;
}
