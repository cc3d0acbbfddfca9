import { writeAt } from '../../../shared/raised.ts';
import { strike } from '../../../shared/struck.ts';
import type { Reading } from '../reading/reading.ts';
import { oneLine } from '../text/clean.ts';
import { PageCollector, type PageWatch } from '../text/page-collector.ts';
import { HiddenParts } from './hidden-html.ts';
import { htmlText } from './html-text.ts';
import { cutIntoPages, plainReading } from './read-plain.ts';
import type { Source } from './read-source.ts';

const MAX_LABEL = 60;

type Section = { readonly heading: string | undefined; readonly level: number; readonly lines: string[] };

/** Reads Markdown: a page a heading of the first or second level, long ones cut; markup dropped, words kept. */
export function readMarkdown(source: Source, watch?: PageWatch): Reading {
  const { body, title } = splitFrontMatter(source.text);
  const sections = splitSections(body);
  const collector = new PageCollector(watch);
  const parts = new HiddenParts();
  for (const section of sections) {
    const text = plainOf(section.lines.join('\n'));
    for (const [i, page] of cutIntoPages(text).entries()) {
      if (collector.full) {
        collector.cutOff();
        break;
      }
      const { shown, hidden } = parts.next(page);
      if (shown.trim() === '' && hidden.trim() === '') continue;
      collector.add(shown);
      collector.add(hidden, true);
      const label = section.heading ? [...section.heading].slice(0, MAX_LABEL).join('') : undefined;
      const number = String(collector.pages.length + 1);
      collector.endPage(label === undefined ? number : i === 0 ? label : `${label} (${i + 1})`);
    }
  }
  const headed = sections.filter((section) => section.heading !== undefined);
  const heading = headed.find((section) => section.level === 1) ?? headed[0];
  return plainReading(collector, source.truncated, title ?? heading?.heading);
}

/** Parts YAML front matter from the text; only its title is looked at. */
function splitFrontMatter(text: string): { body: string; title: string | undefined } {
  const match = /^\ufeff?---[ \t]*\r?\n([\s\S]{0,20000}?)\r?\n(?:---|\.\.\.)[ \t]*(?:\r?\n|$)/.exec(text);
  if (!match) return { body: text, title: undefined };
  const value = /^title[ \t]*:[ \t]*(.+)$/im.exec(match[1] ?? '')?.[1]?.trim();
  const title = value?.replace(/^(["'])([\s\S]*)\1$/, '$2');
  const isBlock = value !== undefined && /^[|>]/.test(value);
  return { body: text.slice(match[0].length), title: isBlock ? undefined : oneLine(title) };
}

function splitSections(text: string): Section[] {
  const sections: Section[] = [{ heading: undefined, level: 0, lines: [] }];
  let fence: string | undefined;
  const lines = text.split(/\r\n?|\n/);
  for (const [i, line] of lines.entries()) {
    const mark = fenceMark(line);
    if (mark !== undefined && (fence === undefined || fence === mark))
      fence = fence === undefined ? mark : undefined;
    const heading = fence === undefined ? headingAt(line, lines[i + 1]) : undefined;
    if (heading)
      sections.push({
        heading: oneLine(new HiddenParts().next(plainOf(heading.text)).shown),
        level: heading.level,
        lines: [],
      });
    sections.at(-1)?.lines.push(line);
  }
  return sections;
}

function headingAt(line: string, next: string | undefined): { level: number; text: string } | undefined {
  const marked = markedHeading(line);
  if (marked !== undefined && marked.level <= 2) return marked;
  if (next === undefined || line.trim() === '' || line.length > 300) return undefined;
  if (/^ {0,3}=+[ \t]*$/.test(next)) return { level: 1, text: line };
  const isUnderlined = /^ {0,3}-{3,}[ \t]*$/.test(next) && !/^[ \t]*([-*+>|]|\d+[.)])/.test(line);
  return isUnderlined ? { level: 2, text: line } : undefined;
}

/** A heading after number signs, without those that close it. Steps, not one expression: a line may be as long as the document. */
function markedHeading(line: string): { readonly level: number; readonly text: string } | undefined {
  const opened = /^ {0,3}(#{1,6})[ \t]+/.exec(line);
  if (opened === null) return undefined;
  const text = line.slice(opened[0].length).trimEnd();
  let end = text.length;
  while (text[end - 1] === '#') end -= 1;
  // ‘C#’ is a word; a closing sign stands apart.
  const closed = end === 0 || /[ \t]/.test(text.charAt(end - 1)) ? text.slice(0, end).trimEnd() : text;
  return { level: opened[1]?.length ?? 0, text: closed };
}

/** Whether a line only parts the head of a table from its rows: `| --- | :-: |`. */
function isTableRule(line: string): boolean {
  if (!/^[ \t|:-]+$/.test(line)) return false;
  const cells = line.trim().replace(/^\|/, '').replace(/\|$/, '').split('|');
  return cells.every((cell) => /^:?-{2,}:?$/.test(cell.trim()));
}

function eachLine(text: string, change: (line: string) => string): string {
  return text.split('\n').map(change).join('\n');
}

/** Markdown's words; code between fences is kept as it is. */
function plainOf(markdown: string): string {
  const out: string[] = [];
  let lines: string[] = [];
  let fence: string | undefined;
  const flush = () => {
    if (lines.length > 0) out.push(fence === undefined ? withoutMarkup(lines.join('\n')) : lines.join('\n'));
    lines = [];
  };
  for (const line of markdown.split('\n')) {
    const mark = fenceMark(line);
    if (mark === undefined || (fence !== undefined && fence !== mark)) {
      lines.push(line);
      continue;
    }
    flush();
    fence = fence === undefined ? mark : undefined;
  }
  flush();
  return out.join('\n');
}

/** The kind of fence that a line begins or ends code with. */
function fenceMark(line: string): string | undefined {
  return /^ {0,3}(```|~~~)/.exec(line)?.[1];
}

function withoutMarkup(markdown: string): string {
  const lines = eachLine(markdown, (line) => markedHeading(line)?.text ?? line)
    .replace(/^ {0,3}(=+|-{3,}|\*{3,}|_{3,})[ \t]*$/gm, '')
    .replace(/^([ \t]*>)+[ \t]?/gm, '')
    .replace(/^([ \t]*)([-*+]|\d{1,9}[.)])[ \t]+(\[[ xX]\][ \t]+)?/gm, '$1');
  const plain = eachLine(lines, (line) => (isTableRule(line) ? '' : line))
    .replace(/^[ \t]*\|(.*)\|[ \t]*$/gm, (_, row: string) =>
      row
        .split('|')
        .map((cell) => cell.trim())
        .join('\t'),
    )
    .replace(/!\[([^\]\n]{0,500})\]\([^()\n]{0,500}\)/g, '$1')
    .replace(/\[([^\]\n]{1,300})\]\([^()\n]{0,500}\)/g, '$1')
    .replace(/\[([^\]\n]{1,300})\]\[[^\]\n]{0,200}\]/g, '$1')
    .replace(/(\*\*|__|~~)(?=\S)([^\n]{1,500}?\S)\1/g, (_, sign: string, text: string) =>
      sign === '~~' ? strike(text) : text,
    )
    .replace(/\[\^(\d{1,4})\]/g, (_, number: string) => writeAt('raised', number))
    .replace(/(?<![\w*])\*(?=\S)([^*\n]{1,500}?)\*(?![\w*])/g, '$1')
    .replace(/(?<!\w)_(?=\S)([^_\n]{1,500}?)_(?!\w)/g, '$1')
    .replace(/`([^`\n]{1,500})`/g, '$1')
    .replace(/\\([!-/:-@[-`{-~])/g, '$1');
  return /<[a-z!/]|&[#a-z]/i.test(plain) ? htmlText(plain, true).text : plain;
}
