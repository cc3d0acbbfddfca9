import { endingOf } from './file-ending.ts';
import { safeFileName } from './safe-file-name.ts';

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

/** The ending with which a file may be given to another application; undefined where no file with its name may. Its content has a say, too. */
export function shownOnlyEnding(name: string): string | undefined {
  // The copy that is opened has this name, and systems go by what stands at its end.
  const ending = endingOf(safeFileName(name));
  return SHOWN_ONLY.has(ending) ? ending : undefined;
}
