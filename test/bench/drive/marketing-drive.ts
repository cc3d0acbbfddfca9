import { mkdirSync, utimesSync, writeFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { strToU8, zipSync } from 'fflate';
import { randomFrom } from '../corpus.ts';
import {
  CUSTOMERS,
  INDUSTRIES,
  KINDS,
  type Kind,
  PERSONA_SAYS,
  PLAIN,
  PLAIN_DE,
  PRODUCTS,
  REGIONS,
  RIVALS,
  STAGE_SAYS,
} from './drive-words.ts';

/** A marketer's drive with known truth: nested folders, telling and vague names, two languages, families of versions, copies, junk. */

export type Truth = {
  readonly type: string;
  readonly stages: readonly string[];
  readonly personas: readonly string[];
  readonly language: 'en' | 'de';
  /** Ids of terms: of its customer's industry, of the rivals that it is about, of where it is for. */
  readonly industry: readonly string[];
  readonly competitor: readonly string[];
  readonly region: readonly string[];
};
export type MadeFile = {
  readonly path: string;
  readonly bytes: Uint8Array;
  readonly modifiedAt: number;
  /** Absent for junk. */
  readonly truth?: Truth;
  /** Files of one family are versions of one document, in the order of `place`. */
  readonly family?: string;
  readonly place?: number;
  readonly copyOf?: string;
};

type Drawn = {
  readonly random: () => number;
  readonly kind: Kind;
  readonly truth: Truth;
  readonly words: Names;
};
type Names = { readonly c: string; readonly p: string; readonly r: string };

const DAY = 86_400_000;
const TOPS = ['Sales', 'Marketing', 'Sales/Export 2023', 'Drive/Team North', 'Marketing/Final'];
const ASIDE = ['Misc', 'Neu', 'For Tom', 'Inbox', '2023'];
/** Files that belong to no folder of their kind. */
const STRAY = 0.25;
const GERMAN = 0.25;
const VAGUE = 0.35;
const MISTAGGED = 0.05;

/** A drive of about so many documents, and with the planted families, copies and junk besides. */
export function makeDrive(count: number, seed: number, now: number): MadeFile[] {
  const random = randomFrom(seed);
  const files: MadeFile[] = [];
  const taken = new Set<string>();
  const add = (file: MadeFile): void => {
    let { path } = file;
    for (let number = 2; taken.has(path.toLowerCase()); number += 1)
      path = file.path.replace(/(\.[a-z]+)$/u, ` part ${'abcdefghijklmnopqrstuvwxyz'[number % 26]}$1`);
    taken.add(path.toLowerCase());
    files.push({ ...file, path });
  };
  for (let at = 0; at < count; at += 1) {
    const drawn = draw(random);
    const folder = folderFor(drawn);
    const text = textOf(drawn);
    const name = nameFor(drawn, at);
    const modifiedAt = now - Math.floor(random() * 700) * DAY;
    add({
      path: `${folder}/${name}.${ending(at)}`,
      bytes: bytesOf(text, at),
      modifiedAt,
      truth: drawn.truth,
    });
    if (at % 12 === 5) for (const version of familyOf(drawn, folder, at, now)) add(version);
    if (at % 15 === 7) for (const trap of trapsOf(drawn, folder, at, now)) add(trap);
    if (at % 20 === 11)
      add({
        path: `_OLD do not use/${name}.${ending(at)}`,
        bytes: bytesOf(text, at),
        modifiedAt: modifiedAt - DAY,
        truth: drawn.truth,
        copyOf: `${folder}/${name}.${ending(at)}`,
      });
  }
  for (const junk of junkFiles(random, now)) add(junk);
  return files;
}

/** Writes a drive into a folder. */
export function writeDrive(folder: string, files: readonly MadeFile[]): void {
  for (const { path, bytes, modifiedAt } of files) {
    const file = join(folder, path);
    mkdirSync(dirname(file), { recursive: true });
    writeFileSync(file, bytes);
    utimesSync(file, modifiedAt / 1000, modifiedAt / 1000);
  }
}

function draw(random: () => number): Drawn {
  const kind = pick(random, KINDS);
  const stage = random() < 0.75 ? (kind.stages[0] ?? '') : pick(random, kind.stages);
  const both = random() < 0.2 ? kind.stages : [stage];
  const personas = random() < 0.7 ? [kind.personas[0] ?? ''] : [pick(random, kind.personas)];
  const words = { c: pick(random, CUSTOMERS), p: pick(random, PRODUCTS), r: pick(random, RIVALS) };
  return {
    random,
    kind,
    words,
    truth: {
      ...dimensionsOf(kind, words),
      type: kind.type,
      stages: random() < MISTAGGED ? [pick(random, Object.keys(STAGE_SAYS))] : [...new Set(both)],
      personas: random() < MISTAGGED ? [pick(random, Object.keys(PERSONA_SAYS))] : personas,
      ...inLanguage(random() < GERMAN ? 'de' : 'en'),
    },
  };
}

/** A case study is of its customer's industry, a battlecard about its rival. */
function dimensionsOf(kind: Kind, { c, r }: Names): Pick<Truth, 'industry' | 'competitor'> {
  const industry = INDUSTRIES[CUSTOMERS.indexOf(c) % INDUSTRIES.length] ?? INDUSTRIES[0];
  return {
    industry: kind.type === 'case-study' ? [industry.toLowerCase()] : [],
    competitor: kind.type === 'battlecard' ? [r.toLowerCase()] : [],
  };
}

function inLanguage(language: Truth['language']): Pick<Truth, 'language' | 'region'> {
  return { language, region: [REGIONS[language].toLowerCase()] };
}

function folderFor({ random, kind }: Drawn): string {
  if (random() < STRAY) return `${pick(random, TOPS)}/${pick(random, ASIDE)}`;
  const own = `${pick(random, TOPS)}/${pick(random, kind.folders)}`;
  return random() < 0.2 ? `${own}/${pick(random, CUSTOMERS)}` : own;
}

function nameFor(drawn: Drawn, at: number): string {
  const { random, kind, words } = drawn;
  if (random() < VAGUE)
    return `${pick(random, ['Document', 'Scan', 'Untitled', 'Entwurf', 'Notes'])} ${words.c} ${letters(at)}`;
  return `${fill(pick(random, kind.names), words)} ${letters(at)}`;
}

function textOf(drawn: Drawn): string {
  const { random, kind, truth, words } = drawn;
  const own = truth.language === 'de' ? kind.de : kind.en;
  const plain = truth.language === 'de' ? PLAIN_DE : PLAIN;
  const lines: string[] = [];
  for (let count = 14 + Math.floor(random() * 10); count > 0; count -= 1) {
    const drawnOne = random();
    if (drawnOne < 0.35) lines.push(pick(random, own));
    else if (drawnOne < 0.45 && truth.language === 'en')
      lines.push(pick(random, STAGE_SAYS[truth.stages[0] ?? ''] ?? PLAIN));
    else if (drawnOne < 0.55 && truth.language === 'en')
      lines.push(pick(random, PERSONA_SAYS[truth.personas[0] ?? ''] ?? PLAIN));
    else lines.push(`${pick(random, plain)} ${pick(random, plain)}`);
    if (random() < 0.5)
      lines.push(
        `${words.c} ${Math.floor(random() * 900)} ${pick(random, CUSTOMERS)} ${Math.floor(random() * 90)}.`,
      );
  }
  return lines.map((line) => fill(line, words)).join('\n\n');
}

/** Two to four versions of one document: named and dated as people do, each a little other than the one before. */
function familyOf(drawn: Drawn, folder: string, at: number, now: number): MadeFile[] {
  const base = `${drawn.words.p} ${drawn.kind.type.replaceAll('-', ' ')} ${letters(at)}`;
  const forms: readonly (readonly string[])[] = [
    [`${base} v1`, `${base} v2`, `${base}_v3_FINAL`],
    [`${base.replaceAll(' ', '_')}_2024-03-01`, `${base.replaceAll(' ', '_')}_2024-09-14`],
    [`${base} draft`, `${base} final`, `${base} final (2)`],
    [`${base} v1.0`, `${base} v1.1`, `${base} v2.0`, `${base} v10`],
    [base, `${base} - Kopie`],
    [`Copy of ${base} v1`, `${base} v2 (1)`],
  ];
  const names = forms[at % forms.length] ?? [];
  let text = textOf(drawn);
  return names.map((name, place) => {
    if (place > 0) text = edited(text, drawn);
    return {
      path: `${place === 0 && at % 24 === 5 ? `${folder}/old` : folder}/${name}.md`,
      bytes: strToU8(text),
      modifiedAt: now - (400 - place * 60) * DAY,
      truth: drawn.truth,
      family: base,
      place,
    };
  });
}

/** Documents that look like versions of one another and are none. */
function trapsOf(drawn: Drawn, folder: string, at: number, now: number): MadeFile[] {
  const text = textOf(drawn);
  const file = (name: string, body: string, days: number): MadeFile => ({
    path: `${folder}/${name}.md`,
    bytes: strToU8(body),
    modifiedAt: now - days * DAY,
    truth: drawn.truth,
  });
  const other = { ...drawn, words: { ...drawn.words, c: 'Globex' } };
  switch (Math.floor(at / 15) % 4) {
    case 0:
      return [
        file(`Q1 report ${letters(at)}`, text, 300),
        file(`Q2 report ${letters(at)}`, edited(text, drawn), 200),
      ];
    case 1: {
      const german: Drawn = { ...drawn, truth: { ...drawn.truth, ...inLanguage('de') } };
      const english: Drawn = { ...drawn, truth: { ...drawn.truth, ...inLanguage('en') } };
      const name = `Price list ${letters(at)}`;
      return [
        { ...file(`${name} DE`, textOf(german), 90), truth: german.truth },
        { ...file(`${name} EN`, textOf(english), 90), truth: english.truth },
      ];
    }
    case 2:
      return [
        file(`${drawn.words.p} deck for ACME ${letters(at)}`, text.replaceAll(drawn.words.c, 'ACME'), 50),
        file(`${drawn.words.p} deck for Globex ${letters(at)}`, text.replaceAll(drawn.words.c, 'Globex'), 40),
      ];
    default:
      return [
        file(`Annual report ${letters(at)} 2023`, text, 500),
        file(`Annual report ${letters(at)} 2024`, textOf(other), 140),
      ];
  }
}

function edited(text: string, drawn: Drawn): string {
  const lines = text.split('\n\n');
  lines.splice(Math.floor(drawn.random() * lines.length), 1, `Changed: ${pick(drawn.random, PLAIN)}`);
  return `${lines.join('\n\n')}\n\nAs of version ${Math.floor(drawn.random() * 1000)}.`;
}

function junkFiles(random: () => number, now: number): MadeFile[] {
  const bytes = (): Uint8Array => Uint8Array.from({ length: 400 }, () => Math.floor(random() * 256));
  const icon = Uint8Array.from(
    Buffer.from(
      'iVBORw0KGgoAAAANSUhEUgAAAAEAAAABCAQAAAC1HAwCAAAAC0lEQVR42mNk+A8AAQUBAScY42YAAAAASUVORK5CYII=',
      'base64',
    ),
  );
  return [
    { path: 'Marketing/Assets/icons/arrow.png', bytes: icon, modifiedAt: now },
    {
      path: 'Marketing/Assets/backup.zip',
      bytes: zipSync({ 'a.txt': strToU8(String(random())) }),
      modifiedAt: now,
    },
    { path: 'Marketing/Assets/fonts/brand.woff', bytes: bytes(), modifiedAt: now },
    { path: 'Marketing/Assets/export.dat', bytes: bytes(), modifiedAt: now },
  ];
}

function bytesOf(text: string, at: number): Uint8Array {
  if (ending(at) === 'html')
    return strToU8(
      `<!doctype html><meta charset="utf-8"><body>${text
        .split('\n\n')
        .map((line) => `<p>${line}</p>`)
        .join('')}</body>`,
    );
  return strToU8(text);
}

function ending(at: number): string {
  return at % 3 === 0 ? 'html' : at % 3 === 1 ? 'md' : 'txt';
}

/** A word that tells one document from the next, and is no version. */
function letters(at: number): string {
  const word =
    'Arbor Basin Cedar Delta Ember Fjord Grove Haven Islet Jetty Knoll Ledge Marsh North Oasis Prism Quarry Ridge Slope Thorn'.split(
      ' ',
    );
  return `${word[at % 20] ?? ''}${at < 20 ? '' : ` ${word[Math.floor(at / 20) % 20] ?? ''}`}`;
}

function fill(text: string, { c, p, r }: Names): string {
  return text.replaceAll('%c', c).replaceAll('%p', p).replaceAll('%r', r);
}

function pick<Value>(random: () => number, values: readonly Value[]): Value {
  const value = values[Math.floor(random() * values.length)];
  if (value === undefined) throw new Error('Nothing to pick from.');
  return value;
}
