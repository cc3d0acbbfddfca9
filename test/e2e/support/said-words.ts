import { execFile } from 'node:child_process';
import { readFile } from 'node:fs/promises';
import { join } from 'node:path';
import { promisify } from 'node:util';
import type { Page } from '@playwright/test';
import {
  DEFAULT_PERSONAS,
  DEFAULT_STAGES,
  DEFAULT_TYPES,
} from '../../../src/domain/taxonomy/default-taxonomy.ts';

const MANIFEST = join(import.meta.dirname, '../../../resources/sample/manifest.json');
const CLI = join(import.meta.dirname, '../../../out/cli/index.js');
/** What the made-up language leaves as it is though it is no data: what Intl writes, and names of keys and products. */
const AS_IT_IS = [
  /^(?:in )?\d+ (?:second|minute|hour|day|week|month|year)s?(?: ago)?$/,
  /^(?:yesterday|today|tomorrow|now|(?:last|next|this) (?:week|month|year))$/,
  /^(?:(?:Mon|Tues|Wednes|Thurs|Fri|Satur|Sun)day, )?[A-Z][a-z]{2,8} \d{1,2}, \d{4}(?: at \d{1,2}:\d{2}.[AP]M)?$/,
  /^[\d.,]+ (?:[kMG]B|bytes?)$/,
  /^(?:Ctrl|Alt|Shift|Enter|Space|Esc|Tab|Home|End)?(?:\+(?:Ctrl|Alt|Shift|Enter|\w|[.,]))*$/,
  // Languages are called as their speakers call them.
  /^(?:English|Deutsch)$/,
  // Devices of the sample hub's people are called so.
  /’s computer$/,
];

/** A text that people read in the window, and where. */
export type Said = { readonly text: string; readonly where: string };

/** Every text that is to be seen or read out, but for documents, what is typed and keys: text between tags, names, hints. */
export function saidIn(page: Page): Promise<Said[]> {
  return page.evaluate(() => {
    const said: { text: string; where: string }[] = [];
    const names = ['aria-label', 'title', 'placeholder', 'alt', 'aria-description', 'aria-roledescription'];
    const isData = (element: Element): boolean =>
      element.closest(
        // What was found in a document stands around a mark.
        '[data-testid="document"], [translate="no"], style, script, textarea, kbd, code, mark, a:has(mark), :has(> mark)',
      ) !== null;
    const say = (text: string | null, element: Element, as = ''): void => {
      if (text === null || !/\S/.test(text)) return;
      const around = element.closest('section, nav, form, [role="dialog"]')?.getAttribute('aria-label') ?? '';
      said.push({ text, where: `${as}${element.tagName.toLowerCase()} in ${around}` });
    };
    const walker = document.createTreeWalker(document.body, NodeFilter.SHOW_ELEMENT | NodeFilter.SHOW_TEXT);
    for (let node = walker.nextNode(); node !== null; node = walker.nextNode()) {
      const element = node instanceof Element ? node : node.parentElement;
      if (element === null || isData(element) || !element.checkVisibility()) continue;
      if (node instanceof Element)
        for (const name of names) say(node.getAttribute(name), node, `${name} of `);
      else say(node.nodeValue, element);
    }
    return said;
  });
}

/** What of a text in the made-up language nobody translated: words in plain letters that are none of the data. */
export function forgottenIn({ text }: Said, data: string): string[] {
  return text
    .split(/[^\x20-\x7e‘’“”–…]+/)
    .map((words) => words.replace(/^[^A-Za-z0-9]+|[^A-Za-z0-9?!.]+$/g, '').trim())
    .filter((words) => /[A-Za-z]{3}/.test(words))
    .filter((words) => !isKnown(words, data) && !listed(words).every((name) => isKnown(name, data)));
}

/** Names of which several stand beside each other, or before a number: `Awareness, CFO: 3`. */
function listed(words: string): string[] {
  return words.replace(/(?:: [\d.,]+)?\.?$/, '').split(', ');
}

function isKnown(name: string, data: string): boolean {
  return data.includes(name) || AS_IT_IS.some((pattern) => pattern.test(name));
}

/** What people, documents and folders of the sample hub in this replica, its stages, personas and content types are called. */
export async function sampleWords(dataFolder: string): Promise<string> {
  const terms = [...DEFAULT_STAGES, ...DEFAULT_PERSONAS, ...DEFAULT_TYPES];
  return [
    await readFile(MANIFEST, 'utf8'),
    JSON.stringify(terms),
    await tellOf(dataFolder, 'report', 'usefulness'),
    await tellOf(dataFolder, 'members'),
    dataFolder,
    process.platform,
  ].join('\n');
}

async function tellOf(dataFolder: string, ...command: string[]): Promise<string> {
  const { stdout } = await promisify(execFile)(process.execPath, [
    CLI,
    '--data',
    dataFolder,
    '--json',
    ...command,
  ]);
  return stdout;
}
