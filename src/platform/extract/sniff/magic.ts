import type { DocumentKind } from '../../../shared/vocabulary/assets.ts';
import { hasAscii, hasBytes, indexOfAscii } from '../encoding/bytes.ts';
import { isTiff } from '../picture/raster/tiff-directory.ts';

/** What bytes say that a file is. */
type Recognised = { readonly kind: DocumentKind; readonly mediaType: string };

const EXECUTABLES: readonly (readonly number[])[] = [
  [0x7f, 0x45, 0x4c, 0x46], // ELF
  [0xfe, 0xed, 0xfa, 0xce], // Mach-O and its variants
  [0xfe, 0xed, 0xfa, 0xcf],
  [0xce, 0xfa, 0xed, 0xfe],
  [0xcf, 0xfa, 0xed, 0xfe],
  [0xca, 0xfe, 0xba, 0xbe], // universal Mach-O, Java class
  [0x00, 0x61, 0x73, 0x6d], // WebAssembly
  [0x64, 0x65, 0x78, 0x0a], // Dalvik
  [0x4c, 0x00, 0x00, 0x00, 0x01, 0x14, 0x02, 0x00], // Windows shortcut
];

/** Whether the bytes are a program's, for whatever system. */
export function isProgram(head: Uint8Array): boolean {
  if (EXECUTABLES.some((magic) => hasBytes(head, magic))) return true;
  if (hasAscii(head, '#!/') || hasAscii(head, '#! /') || hasAscii(head, '\u00ef\u00bb\u00bf#!/')) return true;
  // A note may begin with the letters MZ; a DOS header has NULs within its first bytes.
  return hasAscii(head, 'MZ') && head.subarray(2, 64).includes(0);
}

/** Whether the bytes are an OLE compound file's: an old office format, or an encrypted new one. */
export function isOle(head: Uint8Array): boolean {
  return hasBytes(head, [0xd0, 0xcf, 0x11, 0xe0, 0xa1, 0xb1, 0x1a, 0xe1]);
}

/** Whether the bytes are a zip's. */
export function isZip(head: Uint8Array): boolean {
  return hasBytes(head, [0x50, 0x4b, 3, 4]) || hasBytes(head, [0x50, 0x4b, 5, 6]);
}

const SIGNATURES: readonly (readonly [Recognised, (head: Uint8Array) => boolean])[] = [
  [{ kind: 'pdf', mediaType: 'application/pdf' }, (head) => indexOfAscii(head, '%PDF-', 1024) !== -1],
  [{ kind: 'image', mediaType: 'image/png' }, (head) => hasBytes(head, [0x89, 0x50, 0x4e, 0x47, 13, 10])],
  [{ kind: 'image', mediaType: 'image/jpeg' }, (head) => hasBytes(head, [0xff, 0xd8, 0xff])],
  [{ kind: 'image', mediaType: 'image/gif' }, (head) => hasAscii(head, 'GIF87a') || hasAscii(head, 'GIF89a')],
  [{ kind: 'image', mediaType: 'image/webp' }, (head) => isRiff(head, 'WEBP')],
  [
    { kind: 'image', mediaType: 'image/bmp' },
    (head) => hasAscii(head, 'BM') && hasBytes(head, [0, 0, 0, 0], 6),
  ],
  [{ kind: 'image', mediaType: 'image/tiff' }, isTiff],
  [
    { kind: 'image', mediaType: 'image/x-icon' },
    (head) => hasBytes(head, [0, 0, 1, 0]) && (head[5] ?? 1) === 0,
  ],
  [{ kind: 'other', mediaType: 'image/vnd.adobe.photoshop' }, (head) => hasAscii(head, '8BPS')],
  [{ kind: 'other', mediaType: 'application/postscript' }, (head) => hasAscii(head, '%!PS')],
  [{ kind: 'rtf', mediaType: 'application/rtf' }, (head) => hasAscii(head, '{\\rtf')],
  [{ kind: 'video', mediaType: 'video/x-msvideo' }, (head) => isRiff(head, 'AVI ')],
  [{ kind: 'video', mediaType: 'video/x-ms-wmv' }, (head) => hasBytes(head, [0x30, 0x26, 0xb2, 0x75])],
  [{ kind: 'video', mediaType: 'video/x-flv' }, (head) => hasAscii(head, 'FLV\u0001')],
  [{ kind: 'video', mediaType: 'video/mpeg' }, (head) => hasBytes(head, [0, 0, 1, 0xba])],
  [{ kind: 'audio', mediaType: 'audio/wav' }, (head) => isRiff(head, 'WAVE')],
  [{ kind: 'audio', mediaType: 'audio/flac' }, (head) => hasAscii(head, 'fLaC')],
  [{ kind: 'audio', mediaType: 'audio/midi' }, (head) => hasAscii(head, 'MThd')],
  [{ kind: 'audio', mediaType: 'audio/mpeg' }, (head) => hasAscii(head, 'ID3')],
  [{ kind: 'audio', mediaType: 'audio/aac' }, (head) => head[0] === 0xff && ((head[1] ?? 0) & 0xf6) === 0xf0],
  [{ kind: 'audio', mediaType: 'audio/mpeg' }, (head) => head[0] === 0xff && isMpegAudioFrame(head)],
  [{ kind: 'other', mediaType: 'application/gzip' }, (head) => hasBytes(head, [0x1f, 0x8b])],
  [
    { kind: 'other', mediaType: 'application/x-7z-compressed' },
    (head) => hasBytes(head, [0x37, 0x7a, 0xbc, 0xaf]),
  ],
  [{ kind: 'other', mediaType: 'application/vnd.rar' }, (head) => hasAscii(head, 'Rar!')],
];

function isRiff(head: Uint8Array, form: string): boolean {
  return hasAscii(head, 'RIFF') && hasAscii(head, form, 8);
}

/** Layer (II or III: the bits of layer I are those of a UTF-16 mark), bit rate and sampling rate must all be ones that exist (ISO 11172-3, 2.4.1.3). */
function isMpegAudioFrame(head: Uint8Array): boolean {
  const second = head[1] ?? 0;
  const third = head[2] ?? 0xff;
  const layer = (second >> 1) & 3;
  return (
    (second & 0xe0) === 0xe0 && (layer === 1 || layer === 2) && third >> 4 !== 15 && ((third >> 2) & 3) !== 3
  );
}

/** Recognises a file by its first bytes; undefined for zips, OLE files, programs, text and what is unknown. */
export function recogniseMagic(head: Uint8Array): Recognised | undefined {
  if (hasAscii(head, 'ftyp', 4)) return recogniseIsoMedia(head);
  if (hasAscii(head, 'OggS')) return recogniseOgg(head);
  if (hasBytes(head, [0x1a, 0x45, 0xdf, 0xa3])) {
    const mediaType = indexOfAscii(head, 'webm', 256) === -1 ? 'video/x-matroska' : 'video/webm';
    return { kind: 'video', mediaType };
  }
  return SIGNATURES.find(([, matches]) => matches(head))?.[0];
}

/** ISO base media file format, by its major brand; a picture's may be that of its container only, then by those that it goes by besides. */
function recogniseIsoMedia(head: Uint8Array): Recognised {
  const brand = String.fromCharCode(...head.subarray(8, 12));
  const others = String.fromCharCode(...head.subarray(16, Math.min(64, (head[3] ?? 0) || 64)));
  const isContainer = brand === 'mif1' || brand === 'msf1';
  if (brand === 'avif' || brand === 'avis' || (isContainer && /avi[fs]/.test(others)))
    return { kind: 'image', mediaType: 'image/avif' };
  if (/^(heic|heix|hevc|heim|heis|mif1|msf1)$/.test(brand)) return { kind: 'image', mediaType: 'image/heic' };
  if (brand === 'qt  ') return { kind: 'video', mediaType: 'video/quicktime' };
  if (/^M4[ABP] $/.test(brand)) return { kind: 'audio', mediaType: 'audio/mp4' };
  if (brand.startsWith('3g')) return { kind: 'video', mediaType: 'video/3gpp' };
  return { kind: 'video', mediaType: 'video/mp4' };
}

function recogniseOgg(head: Uint8Array): Recognised {
  const isVideo = indexOfAscii(head, 'theora', 512) !== -1;
  return isVideo ? { kind: 'video', mediaType: 'video/ogg' } : { kind: 'audio', mediaType: 'audio/ogg' };
}
