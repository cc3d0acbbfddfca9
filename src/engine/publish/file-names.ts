/** What file names say, read as a person would. */

/** The name without its ending: `Pitch.v2.pptx` → `Pitch.v2`. */
export function withoutEnding(fileName: string): string {
  const dot = fileName.lastIndexOf('.');
  return dot > 0 && fileName.length - dot <= 10 ? fileName.slice(0, dot) : fileName;
}

/** A title out of a file name: `flow_one-pager_v3-final.pdf` → `Flow one pager v3 final`. */
export function readableTitle(fileName: string): string {
  const words = withoutEnding(fileName)
    .replace(/[\p{Cc}\p{Cf}]+/gu, ' ')
    .replace(/[_+]+|(?<=\p{L})[-.]+(?=\p{L})|\s-\s/gu, ' ')
    .replace(/\s+/g, ' ')
    .trim()
    .slice(0, 300)
    .trim();
  const title = words === '' ? 'Untitled' : words;
  return title.charAt(0).toUpperCase() + title.slice(1);
}

/** A title as a register takes it: one line of at most 300 characters; `undefined` when nothing is left. */
export function oneLine(text: string): string | undefined {
  const line = text
    .replace(/[\p{Cc}\u2028\u2029]+/gu, ' ')
    .replace(/\s+/g, ' ')
    .trim()
    .slice(0, 300)
    .trim();
  return line === '' ? undefined : line;
}

const SUFFIXES = [
  /\b(copy|kopie|copie)( of)?( \d+)?$/,
  /\b(final|draft|rev|revised|updated|new|latest|approved)$/,
  /\bv(er(sion)?)? ?\d+( \d+)*$/,
  /\b(19|20)\d{2} ?\d{2} ?\d{2}$/, // 2026-11-21, 20261121
  /\b\d{1,2} \d{1,2} (19|20)\d{2}$/, // 21.11.2026
  /\b(19|20)\d{2}( ?\d{2})?$/, // 2026, 2026-11
  /\b(q[1-4]|h[12])( (19|20)?\d{2})?$/,
];

/** What stays of a name or title when version and date are taken off: equal for two versions of one document. '' when nothing stays. */
export function nameWithoutVersion(text: string): string {
  let name = text
    .normalize('NFKC')
    .toLowerCase()
    .replace(/\(\d{1,3}\)/g, ' ') // a copy that a browser numbered
    .replace(/[^\p{L}\p{N}]+/gu, ' ')
    .trim();
  for (let again = true; again; ) {
    again = false;
    for (const suffix of SUFFIXES) {
      const shorter = name.replace(suffix, '').trim();
      if (shorter !== name && shorter !== '') {
        name = shorter;
        again = true;
      }
    }
  }
  return name;
}
