import type { Reading } from '../reading/reading.ts';
import { PageCollector, type PageWatch } from '../text/page-collector.ts';
import { titleOfMetadata } from '../text/title.ts';
import { cutIntoPages, plainReading, readPlain } from './read-plain.ts';
import type { Source } from './read-source.ts';

/** Characters that are parsed: their values take some ten times as much memory. */
const MAX_PARSED = 8_000_000;

/** A value that waits to be written, with what it is called. */
type Waiting = { readonly name: string; readonly value: unknown };

/** Reads JSON: a line for each value, with its name; text that is no JSON as it stands. */
export function readJson(source: Source, watch?: PageWatch): Reading {
  const value = source.truncated || source.text.length > MAX_PARSED ? undefined : parsed(source.text);
  if (typeof value !== 'object' || value === null) return readPlain(source, watch);
  const collector = new PageCollector(watch);
  for (const page of cutIntoPages(linesOf(value).join('\n'))) {
    if (collector.full) {
      collector.cutOff();
      break;
    }
    collector.add(page);
    collector.endPage(String(collector.pages.length + 1));
  }
  const title = 'title' in value ? value.title : 'name' in value ? value.name : undefined;
  return plainReading(collector, source.truncated, titleOfMetadata(title));
}

function parsed(text: string): unknown {
  try {
    return JSON.parse(text);
  } catch (error) {
    if (error instanceof SyntaxError) return undefined;
    throw error;
  }
}

/** Without recursion: JSON may be as deep as it is long. */
function linesOf(value: object): string[] {
  const lines: string[] = [];
  const waiting: Waiting[] = [{ name: '', value }];
  for (let next = waiting.pop(); next !== undefined; next = waiting.pop()) {
    const { name, value: one } = next;
    if (typeof one !== 'object' || one === null) {
      if (one !== null && one !== '') lines.push(name === '' ? String(one) : `${name}: ${String(one)}`);
      continue;
    }
    if (name !== '') lines.push(name);
    const inside = Array.isArray(one)
      ? one.map((value: unknown) => ({ name: '', value }))
      : Object.entries(one).map(([key, value]: [string, unknown]) => ({ name: key, value }));
    // The last one is taken first.
    for (const item of inside.reverse()) waiting.push(item);
  }
  return lines;
}
