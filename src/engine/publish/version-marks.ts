/** What of a name says which version it is, and not what it is about: `v3`, `FINAL(2)`, `2022`, `Kopie`, `(2)`. */

/** A name without its marks, and the marks as they stood there. */
type VersionName = { readonly title: string; readonly marks: readonly string[] };

const MONTH =
  'jan(uary|uar|vier|\\.)?|feb(ruary|ruar|rero|\\.)?|février|mar(ch|zo|s|\\.)?|märz|mrz|apr(il|\\.)?|avril|abril|ma[iy]|mayo|june?|juni|juin|junio|july?|juli|juillet|julio|aug(ust|\\.)?|août|agosto|sep(t|tember|tembre|tiembre|\\.)?|o[ck]t(ober|obre|ubre|\\.)?|nov(ember|embre|iembre|\\.)?|de[cz](ember|embre|iembre|\\.)?|décembre|enero';
const YEAR = '(?:19|20)\\d{2}';
const DATES = [
  `${YEAR}[-_. ]?(?:0[1-9]|1[0-2])[-_. ]?(?:0[1-9]|[12]\\d|3[01])`,
  `(?:0?[1-9]|[12]\\d|3[01])[-_./ ](?:0?[1-9]|1[0-2])[-_./ ](?:${YEAR}|\\d{2})`,
  `(?:(?:0?[1-9]|[12]\\d|3[01])[. ]+)?(?:${MONTH})[-_ ]*${YEAR}`,
  `(?:0?[1-9]|1[0-2])[-_/](?:0?[1-9]|[12]\\d|3[01])[-_/]${YEAR}`,
  `${YEAR}[-_.](?:0[1-9]|1[0-2])`,
  `(?:fy|gj|q[1-4]|h[12]|[1-4]q)[-_ ]?(?:${YEAR}|\\d{2})`,
  `${YEAR}[-_ ]?(?:q[1-4]|h[12])`,
];
const NUMBERED =
  'v(?:er(?:sion|si[óo]n)?)?[ ._]?\\d+(?:[._ ]\\d+)*[a-z]?|rev(?:ision)?[ ._]?\\d+|fassung \\d+';
const FINAL =
  '(?:final(?:e|version| version)?|endfassung|endversion|définiti(?:f|ve)|definitiv[oa]?)(?:\\s*\\(\\d{1,3}\\)|[ _]?\\d{1,2})?';
const COPY = '(?:copy|kopie|copie|copia|cópia)(?:\\s*\\(\\d{1,3}\\)|[ _]\\d{1,3})?';
const STRONG = [
  FINAL,
  COPY,
  NUMBERED,
  `(?:(?:stand|as of|vom|dated)[ _:]+)?(?:${[...DATES, YEAR].join('|')})`,
  'q[1-4]',
].join('|');
const WEAK =
  'draft|entwurf|brouillon|borrador|wip|rev|revised|überarbeitet|updated|aktualisiert|new|neu|latest|aktuell|old|alt|approved|freigegeben';

const GAP = '[\\s_\\-–—.,+]';
/** What follows one of these is part of the sentence: ‘Trends for 2023’, ‘Migrating to v3’. */
const GOVERNS =
  /(?:^|[\s_-])(?:for|in|of|by|to|since|until|till|from|and|with|vs|the|für|bis|seit|von|und|im|ab|zu|pour|de|en|à|depuis|et|para|hasta|desde|y|con|office|windows|server|vision|agenda|horizon|iso|\d{4,5}|&|[-–—/])[\s_]*$/iu;

const strongEnd = new RegExp(
  `(?:^|${GAP}+|(?=[([{])|(?<=\\p{Ll})(?=V\\d)|(?<=\\p{Ll})(?=${YEAR}$))[([{]?(${STRONG}|\\(\\d{1,3}\\))[)\\]}]?$`,
  'iu',
);
const looseEnd = new RegExp(`(?:^|${GAP}+)[([{]?(${WEAK})[)\\]}]?$`, 'iu');
const weakEnd = new RegExp(`(?:_| [-–—] ?|[([{])(${WEAK})[)\\]}]?$`, 'iu');
const copyStart =
  /^[([{]?((?:copy|kopie|copie|copia|cópia)(?: ?\(\d{1,3}\))?)(?:[ _]+(?:of|von|de|di|du)[ _]+|[ _]*[-–—][ _]+|_+)/iu;
const dateStart = new RegExp(`^[([{]?(${DATES.slice(0, 5).join('|')})[)\\]}]?${GAP}+`, 'iu');
const yearStart = new RegExp(`^[([{]?(${YEAR})[)\\]}]?${GAP}+`, 'u');
const weakStart = new RegExp(`^_?(${WEAK}|final)(?:_+| [-–—] )`, 'iu');
const middle = new RegExp(
  `(?<=[\\s_\\-–—.([])((?:v|(?<! )V)\\d+(?:\\.\\d+)*|${DATES[0]})(?=[\\s_\\-–—)\\]][^\\s_\\-–—)\\]])`,
  'u',
);

type Work = { text: string; readonly before: string[]; readonly after: string[] };

/** How a name is read: `file` names carry marks anywhere, titles only at their end; `loose` also takes ‘new’ and ‘draft’ for marks. */
type MarkReading = { readonly of: 'file' | 'title'; readonly loose?: boolean };

/** Parts a name from its marks. A name that is nothing but marks stays as it is. */
export function splitVersion(name: string, reading: MarkReading): VersionName {
  const work: Work = { text: name.normalize('NFC').trim(), before: [], after: [] };
  while (takeEnd(work, reading) || takeStart(work, reading) || takeMiddle(work, reading));
  const marks = [...work.before, ...work.after.reverse()];
  return { title: tidy(work.text), marks: marks.map((mark) => mark.replace(/_/g, ' ')) };
}

/** True when what stays is still a name. */
function isName(text: string, words: number): boolean {
  const found = text.match(/[\p{L}\p{N}]+/gu) ?? [];
  return found.length >= words && /\p{L}{2}|\p{Script=Han}|\p{Script=Hangul}/u.test(text);
}

function takeEnd(work: Work, { loose = false }: MarkReading): boolean {
  const strong = strongEnd.exec(work.text);
  if (strong && keepsName(work, strong, 1) && !GOVERNS.test(work.text.slice(0, strong.index)))
    return cut(work, strong);
  const weak = (loose || work.after.length > 0 ? looseEnd : weakEnd).exec(work.text);
  return weak !== null && keepsName(work, weak, loose ? 1 : 2) && cut(work, weak);
}

function keepsName(work: Work, found: RegExpExecArray, words: number): boolean {
  return isName(work.text.slice(0, found.index), words);
}

function cut(work: Work, found: RegExpExecArray): true {
  work.after.push(found[1] ?? '');
  work.text = tidy(work.text.slice(0, found.index));
  return true;
}

function takeStart(work: Work, { of }: MarkReading): boolean {
  const forms = of === 'file' ? [copyStart, dateStart, yearStart, weakStart] : [copyStart, dateStart];
  for (const form of forms) {
    const found = form.exec(work.text);
    const rest = found === null ? '' : work.text.slice(found[0].length);
    if (found === null || !isName(rest, 1)) continue;
    work.before.push(found[1] ?? '');
    work.text = tidy(rest);
    return true;
  }
  return false;
}

function takeMiddle(work: Work, { of }: MarkReading): boolean {
  const found = of === 'file' ? middle.exec(work.text) : null;
  if (found === null || GOVERNS.test(work.text.slice(0, found.index).replace(/[-_]$/, ' '))) return false;
  const rest = `${work.text.slice(0, found.index)}${work.text.slice(found.index + found[0].length)}`;
  if (!isName(rest, 1)) return false;
  work.before.push(found[1] ?? '');
  work.text = tidy(rest.replace(/([\s_-])[\s_-]+/g, '$1').replace(/\(\)|\[\]/g, ''));
  return true;
}

/** Without separators and open brackets at its ends. */
function tidy(text: string): string {
  return text.replace(/^[\s_\-–—.,+]+(?=.*\p{L})|[\s_\-–—,([{]+$/gu, '').trim();
}
