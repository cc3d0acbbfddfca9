import type { Reading } from '../reading/reading.ts';
import { PageCollector, type PageWatch } from '../text/page-collector.ts';
import { titleOfMetadata } from '../text/title.ts';
import { withoutQuotes } from './quoted-lines.ts';
import { plainReading } from './read-plain.ts';
import type { Source } from './read-source.ts';

/** A line of a calendar without its folding: `ATTENDEE;CN="Mira Holt":mailto:mira@…` (RFC 5545, 3.1). */
type Line = { readonly name: string; readonly parameters: string; readonly value: string };
type Entry = { readonly lines: readonly Line[] };

const ENTRY = /^(VEVENT|VTODO|VJOURNAL)$/;
/** Guests of a calendar's entry that are named. */
const MAX_PEOPLE = 200;
const MAX_LINE = 200_000;

/** Reads a calendar: a page for each of its events and tasks, with what, when, where and who. */
export function readCalendar(source: Source, watch?: PageWatch): Reading {
  const { entries, name } = calendarOf(source.text);
  const collector = new PageCollector(watch);
  for (const entry of entries) {
    if (collector.full) {
      collector.cutOff();
      break;
    }
    const summary = textOf(entry, 'SUMMARY');
    collector.add(entryText(entry));
    collector.endPage(summary ?? String(collector.pages.length + 1));
  }
  const [only] = entries;
  const title = name ?? (entries.length === 1 && only ? textOf(only, 'SUMMARY') : undefined);
  const writtenAt = latest(entries);
  return {
    ...plainReading(collector, source.truncated, titleOfMetadata(title)),
    ...(writtenAt === undefined ? {} : { writtenAt }),
  };
}

function calendarOf(source: string): { entries: Entry[]; name: string | undefined } {
  const entries: Entry[] = [];
  let lines: Line[] | undefined;
  let inside = 0;
  let name: string | undefined;
  for (const one of withoutQuotes(source)
    .replace(/\r?\n[ \t]/g, '')
    .split(/\r?\n/)) {
    const line = lineOf(one);
    if (line === undefined) continue;
    if (line.name === 'BEGIN' && ENTRY.test(line.value)) [lines, inside] = [[], 0];
    else if (line.name === 'BEGIN') inside += 1;
    else if (line.name === 'END' && ENTRY.test(line.value)) {
      if (lines) entries.push({ lines });
      lines = undefined;
    } else if (line.name === 'END') inside -= 1;
    // An alarm within an event has a description of its own.
    else if (lines && inside === 0) lines.push(line);
    else if (line.name === 'X-WR-CALNAME') name ??= unescaped(line.value);
  }
  return { entries, name };
}

/** Name, parameters and value; a colon within quotes belongs to a parameter. */
function lineOf(text: string): Line | undefined {
  const match = /^([A-Za-z0-9-]{1,60})((?:;[A-Za-z0-9-]{1,60}(?:=(?:"[^"]*"|[^":;]*))?)*):/.exec(
    text.slice(0, MAX_LINE),
  );
  if (!match) return undefined;
  return {
    name: (match[1] ?? '').toUpperCase(),
    parameters: match[2] ?? '',
    value: text.slice(match[0].length).trim(),
  };
}

function entryText(entry: Entry): string {
  const times = [timeOf(entry, 'DTSTART'), timeOf(entry, 'DTEND') ?? timeOf(entry, 'DUE')].filter(Boolean);
  const people = entry.lines.filter(({ name }) => name === 'ORGANIZER' || name === 'ATTENDEE');
  return [
    textOf(entry, 'SUMMARY'),
    times.join(' – '),
    textOf(entry, 'LOCATION'),
    people.slice(0, MAX_PEOPLE).map(personOf).join(', '),
    textOf(entry, 'CATEGORIES'),
    textOf(entry, 'DESCRIPTION'),
    textOf(entry, 'URL'),
  ]
    .filter((part) => part !== undefined && part !== '')
    .join('\n');
}

function personOf({ parameters, value }: Line): string {
  const name = /;CN=(?:"([^"]*)"|([^":;]*))/i.exec(parameters);
  const address = value.replace(/^mailto:/i, '');
  const called = name?.[1] ?? name?.[2];
  return called === undefined || called === address ? address : `${called} <${address}>`;
}

function find(entry: Entry, wanted: string): string | undefined {
  return entry.lines.find(({ name }) => name === wanted)?.value;
}

function textOf(entry: Entry, wanted: string): string | undefined {
  const value = find(entry, wanted);
  return value === undefined || value === '' ? undefined : unescaped(value);
}

function unescaped(value: string): string {
  return value.replace(/\\([nN,;\\])/g, (_, sign: string) => (/n/i.test(sign) ? '\n' : sign));
}

const STAMP = /^(\d{4})(\d{2})(\d{2})(?:T(\d{2})(\d{2})(\d{2})(Z?))?$/;

/** `2026-11-29 14:00 UTC`; a time without a zone is that of wherever the event is. */
function timeOf(entry: Entry, wanted: string): string | undefined {
  const match = STAMP.exec(find(entry, wanted) ?? '');
  if (!match) return undefined;
  const [, year, month, day, hour, minute, , zone] = match;
  const date = `${year}-${month}-${day}`;
  return hour === undefined ? date : `${date} ${hour}:${minute}${zone === 'Z' ? ' UTC' : ''}`;
}

/** When it was last changed, by what its entries say in universal time. */
function latest(entries: readonly Entry[]): number | undefined {
  const times = entries
    .flatMap((entry) => [find(entry, 'LAST-MODIFIED'), find(entry, 'DTSTAMP')])
    .flatMap((value) => {
      const [, year, month, day, hour, minute, second] = STAMP.exec(value ?? '') ?? [];
      if (hour === undefined) return [];
      return [
        Date.UTC(Number(year), Number(month) - 1, Number(day), Number(hour), Number(minute), Number(second)),
      ];
    });
  return times.length === 0 ? undefined : times.reduce((a, b) => Math.max(a, b));
}
