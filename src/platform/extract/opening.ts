import type { Opening } from '../../engine/ports/extractor.ts';
import { safeFileName } from '../../shared/safe-file-name.ts';
import type { OpeningRefusal } from '../../shared/vocabulary/ways-out.ts';
import { type RandomAccessFile, withFile } from './encoding/bytes.ts';
import { decodeText } from './encoding/decode.ts';
import type { OfficePackage } from './package/office-package.ts';
import { attribute } from './package/xml.ts';
import { DamagedZip, ZipBomb, ZipFile } from './package/zip.ts';
import { isZip } from './sniff/magic.ts';
import { endingOf } from './sniff/name-endings.ts';
import { type Accepted, recognise } from './sniff/recognise.ts';
import { refusalOfPath } from './sniff/refusal-of-path.ts';

/**
 * Endings of files that every application merely shows. A list of what is allowed: the kinds that run something are more than anybody
 * knows, and systems add to them. Missing on purpose, as what is in them can't be told for sure: Office's formats of before 2007 and all
 * with macros, web pages and SVG (scripts with a file's rights), XML, archives, disk images, playlists, links, calendars, notes of mail.
 */
const SHOWN_ONLY: ReadonlySet<string> = new Set(
  (
    'pdf docx dotx pptx ppsx potx xlsx xltx rtf odt ods odp key pages numbers ' +
    'png jpg jpeg gif webp bmp tif tiff avif heic ' +
    'mp4 m4v m4a mov webm mkv avi mp3 wav ogg flac ' +
    'txt log md markdown csv tsv'
  ).split(' '),
);

/** Content types of macros, and of documents that may have them; also those of Excel 4 and of controls. */
const MACRO_TYPE = /macroenabled|vbaproject|vbadata|macrosheet|ms-office\.activex|sheet\.binary/i;
/** Where they are kept when a package does not say so: Office's macros and controls, the Basic and the scripts of OpenDocument. */
const MACRO_PART = /(?:^|\/)(?:vbaproject\.bin|vbadata\.xml|macrosheets\/|activex\/)|^(?:basic|scripts)\//i;

/**
 * Whether another application may open a file: its ending is on the list, its content is what that ending says (Word and Excel go by the
 * content where the two differ), and it has no macros. Reads names and directories, never the whole file.
 */
export async function openingOf(path: string, name: string): Promise<Opening> {
  // The copy that is opened has this name, and systems go by what stands at its end.
  const ending = endingOf(safeFileName(name));
  if (!SHOWN_ONLY.has(ending)) return refused('kind');
  if (refusalOfPath(path) !== undefined) return refused('unchecked');
  return withFile(path, (file) => {
    try {
      return lookInto(file, safeFileName(name), ending);
    } catch (error) {
      if (error instanceof ZipBomb || error instanceof DamagedZip) return refused('content');
      throw error;
    }
  });
}

function lookInto(file: RandomAccessFile, name: string, ending: string): Opening {
  const found = recognise(file, name);
  if (!found.recognised || found.misnamed || isOfOtherContent(file, found, ending)) return refused('content');
  if (found.content.format === 'office') return withoutMacros(found.content.office);
  if (!isZip(file.read(0, 4))) return { opens: true };
  const zip = new ZipFile(file);
  if (isOfApple(ending) && !zip.entries.some(({ name: part }) => /^index(?:\/|\.zip$)/i.test(part))) {
    return refused('content');
  }
  return zip.entries.some(({ name: part }) => MACRO_PART.test(part)) ? refused('macros') : { opens: true };
}

/** What Excel takes for SYLK, a web archive, XML or a page, whatever the ending says. */
const NO_TABLE = /^\ufeff?(?:ID;|\s*<|MIME-Version)/i;

/** What nobody can read (a password, no known form) is not known to be what its name says. */
function isOfOtherContent(file: RandomAccessFile, found: Accepted, ending: string): boolean {
  const { content, mediaType } = found;
  if (ending === 'csv' || ending === 'tsv') {
    return content.format !== 'text' || NO_TABLE.test(decodeText(file.read(0, 1024), content.encoding));
  }
  if (content.format === 'encrypted' || mediaType === 'application/octet-stream') return true;
  return isOfApple(ending) && mediaType !== 'application/zip';
}

function withoutMacros(office: OfficePackage): Opening {
  if (office.zip.entries.some(({ name }) => MACRO_PART.test(name))) return refused('macros');
  let macros = false;
  const types = office.read('[Content_Types].xml', {
    open: (_name, attributes) => {
      macros ||= MACRO_TYPE.test(attribute(attributes, 'ContentType') ?? '');
    },
    enough: () => macros,
  });
  if (!types) return refused('content');
  return macros ? refused('macros') : { opens: true };
}

function isOfApple(ending: string): boolean {
  return ending === 'key' || ending === 'pages' || ending === 'numbers';
}

function refused(reason: OpeningRefusal): Opening {
  return { opens: false, reason };
}
