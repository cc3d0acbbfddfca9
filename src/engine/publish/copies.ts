/** Which of several copies of one file is the one to keep: the path says it, then the date. */

/** A copy as the disk has it. */
type Copy = {
  readonly path: string;
  /** How much its path says that the real file lies elsewhere, where that was worked out before. */
  readonly aside?: number;
  /** Milliseconds since 1970; 0 where it is not known. */
  readonly modifiedAt: number;
};

/** Words in a folder's or file's name that say that the real one lies elsewhere; English, German, French, Spanish. */
const ASIDE = [
  "old|older|oldies|outdated|obsolete|superseded|deprecated|previous|expired|replaced|retired|legacy|unused|(do )?not used?|do ?n[o' ]?t (use|send|share)|not in use|no longer used",
  'alt|alte[rsn]?|veraltet|überholt|abgelaufen|ersetzt|früher|vorherige|nicht( mehr)? (verwenden|benutzen|nutzen|benutzt|verwendet)',
  'ancien(ne)?s?|vieux|obsolètes?|périmée?s?|précédents?|ne (pas|plus) utiliser',
  'antigu[oa]s?|viej[oa]s?|obsolet[oa]s?|anterior(es)?|caducad[oa]s?|no (usar|utilizar)',
  'archives?|archived?|archiviert|archivée?s?|archivos antiguos|archivados?|archiv',
  'backups?|back up|bak|bkp|sicherung(en|skopie|skopien)?|sauvegardes?|respaldos?|copias? de seguridad|snapshot|restored|recovered|wiederhergestellt',
  'cop(y|ies)( of)?|kopien?( von)?|copies? de|copias? de|copia|copie|duplicates?|duplikate?|doublons?|duplicados?|conflict(ed)?|konflikt|conflicto|conflit',
  'te?mp|temporary|temporär|temporaire|temporal|cache|scratch|sandbox',
  'trash|recycled?( bin)?|recycle|bin|deleted( items)?|garbage|junk|papierkorb|gelöscht|müll|corbeille|supprimée?s?|papelera|eliminad[oa]s?|basura',
  'downloads?|herunterladen|téléchargements?|descargas|attachments?|anhänge|pièces jointes|adjuntos|outbox|sent( items)?',
  'drafts?|wip|work in progress|entw[uü]rfe?|brouillons?|borrador(es)?|tests?|versuch',
  'misc|miscellaneous|various|sonstiges|verschiedenes|diverse?s?|varios|zz+|xx+',
].join('|');
const aside = new RegExp(`(?<![\\p{L}\\p{N}])(?:${ASIDE})(?![\\p{L}\\p{N}])`, 'giu');
/** `Pitch (1).pptx`, `Pitch - 2.pptx`: a browser's or a file manager's number. */
const numbered = /\(\d{1,3}\)(?=\.[^.]*$|$)/u;

/** How much a path says that the real file lies elsewhere; 0 for a path that says nothing of the kind. */
export function asideness(path: string): number {
  let found = 0;
  for (const part of path.split(/[\\/]/)) {
    const words = part.replace(/(?<=\p{Ll})(?=\p{Lu})/gu, ' ').replace(/[_.\-–—]+/g, ' ');
    found += [...words.matchAll(aside)].length;
    if (numbered.test(part)) found += 1;
  }
  return found;
}

/** Negative when the first of two copies is the better one to keep: by what its path says, then newer, then less deep, then by name. */
export function compareCopies(one: Copy, other: Copy): number {
  return (
    (one.aside ?? asideness(one.path)) - (other.aside ?? asideness(other.path)) ||
    other.modifiedAt - one.modifiedAt ||
    depthOf(one.path) - depthOf(other.path) ||
    one.path.length - other.path.length ||
    one.path.localeCompare(other.path, 'en', { numeric: true })
  );
}

function depthOf(path: string): number {
  return path.split(/[\\/]/).length;
}

/** Files in the order in which they are read, so that of those that may be equal (`size`) the one to keep comes first. */
export function bestCopiesFirst<File extends Copy & { readonly size: number }>(
  files: readonly File[],
): File[] {
  const bySize = new Map<number, File[]>();
  for (const file of files) {
    const same = bySize.get(file.size);
    if (same === undefined) bySize.set(file.size, [file]);
    else same.push(file);
  }
  for (const same of bySize.values()) same.sort(compareCopies).reverse();
  // Each file's place is taken by the best of its size that is left: the order of the others does not change.
  return files.map((file) => bySize.get(file.size)?.pop() ?? file);
}
