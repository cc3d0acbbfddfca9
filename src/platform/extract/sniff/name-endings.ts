import { endingOf } from '../../../shared/file-ending.ts';
import { BINARY_SHEETS, OLD_DECK, OLD_SHEETS, OLD_WORD } from '../../../shared/vocabulary/old-formats.ts';

/** The media types that a name's ending promises; endings that promise nothing are not here. */
const PROMISES: Readonly<Record<string, readonly string[]>> = {
  pdf: ['application/pdf'],
  docx: ['application/vnd.openxmlformats-officedocument.wordprocessingml.document'],
  docm: ['application/vnd.openxmlformats-officedocument.wordprocessingml.document'],
  dotx: ['application/vnd.openxmlformats-officedocument.wordprocessingml.document'],
  pptx: ['application/vnd.openxmlformats-officedocument.presentationml.presentation'],
  pptm: ['application/vnd.openxmlformats-officedocument.presentationml.presentation'],
  ppsx: ['application/vnd.openxmlformats-officedocument.presentationml.presentation'],
  potx: ['application/vnd.openxmlformats-officedocument.presentationml.presentation'],
  xlsx: ['application/vnd.openxmlformats-officedocument.spreadsheetml.sheet'],
  xlsm: ['application/vnd.openxmlformats-officedocument.spreadsheetml.sheet'],
  xltx: ['application/vnd.openxmlformats-officedocument.spreadsheetml.sheet'],
  doc: [OLD_WORD, 'application/rtf'],
  dot: [OLD_WORD, 'application/rtf'],
  ppt: [OLD_DECK],
  pps: [OLD_DECK],
  pot: [OLD_DECK],
  xls: [OLD_SHEETS],
  xlt: [OLD_SHEETS],
  xlsb: [BINARY_SHEETS],
  rtf: ['application/rtf'],
  png: ['image/png'],
  jpg: ['image/jpeg'],
  jpeg: ['image/jpeg'],
  gif: ['image/gif'],
  webp: ['image/webp'],
  bmp: ['image/bmp'],
  tif: ['image/tiff'],
  tiff: ['image/tiff'],
  ico: ['image/x-icon'],
  svg: ['image/svg+xml'],
  avif: ['image/avif'],
  heic: ['image/heic'],
  mp4: ['video/mp4', 'audio/mp4', 'video/3gpp'],
  m4v: ['video/mp4'],
  m4a: ['audio/mp4', 'video/mp4'],
  mov: ['video/quicktime', 'video/mp4'],
  webm: ['video/webm', 'video/x-matroska'],
  mkv: ['video/x-matroska', 'video/webm'],
  avi: ['video/x-msvideo'],
  mp3: ['audio/mpeg'],
  wav: ['audio/wav'],
  ogg: ['audio/ogg', 'video/ogg'],
  flac: ['audio/flac'],
  html: ['text/html'],
  htm: ['text/html'],
  md: ['text/markdown'],
  markdown: ['text/markdown'],
  csv: ['text/csv'],
  tsv: ['text/tab-separated-values'],
  txt: ['text/plain', 'application/xml', 'text/vtt', 'application/x-subrip', 'message/rfc822'],
  log: ['text/plain'],
  odt: ['application/vnd.oasis.opendocument.text'],
  ods: ['application/vnd.oasis.opendocument.spreadsheet'],
  odp: ['application/vnd.oasis.opendocument.presentation'],
  eml: ['message/rfc822'],
  msg: ['application/vnd.ms-outlook'],
  mht: ['multipart/related'],
  mhtml: ['multipart/related'],
  vtt: ['text/vtt'],
  srt: ['application/x-subrip'],
  ics: ['text/calendar'],
  json: ['application/json'],
  xml: ['application/xml', 'text/html', 'image/svg+xml'],
  epub: ['application/epub+zip'],
  ott: ['application/vnd.oasis.opendocument.text'],
  ots: ['application/vnd.oasis.opendocument.spreadsheet'],
  otp: ['application/vnd.oasis.opendocument.presentation'],
  zip: ['application/zip'],
};

/** Endings of what a desktop runs when it is opened; as text files they have no other mark. */
const RUNNABLE = new Set(
  'app bat bash cmd com cpl csh desktop dll dmg exe fish gadget hta jar js jse ksh lnk mjs msc msi msp pif ps1 psm1 reg scf scpt scr sh url vbe vbs workflow ws wsf wsh zsh'.split(
    ' ',
  ),
);

/** Whether the name promises another content than there is. */
export function isMisnamed(name: string, mediaType: string): boolean {
  const promised = PROMISES[endingOf(name)];
  if (!promised) return false;
  const [plainType] = mediaType.split(';');
  return !promised.includes(plainType ?? mediaType);
}

/** Whether opening a text file of this name would run it. */
export function isRunnableName(name: string): boolean {
  return RUNNABLE.has(endingOf(name));
}

/** Whether the name promises a format that has a structure, so that shapeless bytes in it mean damage. */
export function promisesStructure(name: string): boolean {
  return /^(pdf|docx|docm|dotx|pptx|pptm|ppsx|potx|xlsx|xlsm|xltx|png|jpe?g|gif|webp|mp4|mov|webm)$/.test(
    endingOf(name),
  );
}
