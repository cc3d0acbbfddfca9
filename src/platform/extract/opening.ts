import type { Opening } from '../../engine/ports/extractor.ts';
import { safeFileName } from '../../shared/safe-file-name.ts';
import { shownOnlyEnding } from '../../shared/shown-only.ts';
import type { OpeningRefusal } from '../../shared/vocabulary/ways-out.ts';
import { type RandomAccessFile, withFile } from './encoding/bytes.ts';
import { decodeText } from './encoding/decode.ts';
import type { OfficePackage } from './package/office-package.ts';
import { attribute } from './package/xml.ts';
import { DamagedZip, ZipBomb, ZipFile } from './package/zip.ts';
import { isZip } from './sniff/magic.ts';
import { type Accepted, recognise } from './sniff/recognise.ts';
import { refusalOfPath } from './sniff/refusal-of-path.ts';

/** Content types of macros, and of documents that may have them; also those of Excel 4 and of controls. */
const MACRO_TYPE = /macroenabled|vbaproject|vbadata|macrosheet|ms-office\.activex|sheet\.binary/i;
/** Where they are kept when a package does not say so: Office's macros and controls, the Basic and the scripts of OpenDocument. */
const MACRO_PART = /(?:^|\/)(?:vbaproject\.bin|vbadata\.xml|macrosheets\/|activex\/)|^(?:basic|scripts)\//i;

/**
 * Whether another application may open a file: its ending is on the list, its content is what that ending says (Word and Excel go by the
 * content where the two differ), and it has no macros. Reads names and directories, never the whole file.
 */
export async function openingOf(path: string, name: string): Promise<Opening> {
  const ending = shownOnlyEnding(name);
  if (ending === undefined) return refused('kind');
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
