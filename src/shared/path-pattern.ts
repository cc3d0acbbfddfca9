/** Patterns of paths: `*` stands for anything, folders too, and the case does not matter. */

/** Whether a path fits a pattern. In the time of both lengths multiplied, whatever the pattern: others write them. */
export function fitsPattern(path: string, pattern: string): boolean {
  const text = `/${path.toLowerCase()}`;
  const wanted = normal(pattern);
  let [at, place] = [0, 0];
  let star: { readonly place: number; at: number } | undefined;
  while (at < text.length) {
    if (wanted[place] === '*') {
      star = { place, at };
      place += 1;
    } else if (wanted[place] === text[at]) {
      at += 1;
      place += 1;
    } else if (star !== undefined) {
      star.at += 1;
      at = star.at;
      place = star.place + 1;
    } else return false;
  }
  while (wanted[place] === '*') place += 1;
  return place === wanted.length;
}

/** From the uppermost folder on: what begins with a `*` may begin anywhere. */
function normal(pattern: string): string {
  const lower = pattern.trim().toLowerCase();
  return lower.startsWith('*') || lower.startsWith('/') ? lower : `/${lower}`;
}

/** The pattern for what lies in folders of this one's name, wherever they are. */
export function patternOfFolder(folder: string): string {
  const name = folder.slice(folder.lastIndexOf('/') + 1).replaceAll('*', '');
  return `*/${name}/*`;
}
