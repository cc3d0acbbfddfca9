import { decodeHTML } from 'entities';
import type { Reading } from '../reading/reading.ts';
import { PageCollector, type PageWatch } from '../text/page-collector.ts';
import { titleOfMetadata } from '../text/title.ts';
import { plainReading } from './read-plain.ts';
import type { Source } from './read-source.ts';

/** Seconds of speech on a page. */
const PAGE_SECONDS = 120;
/** A cue's times: hours may be missing in WebVTT, milliseconds follow a comma in SubRip. */
const TIMES = /^\s*(?:(\d{1,4}):)?(\d{1,2}):(\d{2})[.,]\d{1,3}\s+-->\s/;
/** Blocks of WebVTT that nobody hears. */
const SILENT = /^(?:WEBVTT|NOTE|STYLE|REGION)(?=\s|$)/;
/** Who speaks (WebVTT 5.1), and every other tag of either format. */
const VOICE = /<v(?:\.[^\s>]{0,80})?\s{1,20}([^>]{1,200})>/g;
const TAG = /<\/?[a-z0-9][^<>]{0,200}>|\{\\[^{}]{0,100}\}/gi;

/** What is said at a time: its beginning in seconds, and its lines. */
type Cue = { readonly at: number; readonly text: string };

/** Whether a text begins as captions in SubRip do: a number, times, words. */
export function beginsAsSubRip(start: string): boolean {
  const [number = '', times = ''] = start.trimStart().split(/\r?\n/, 2);
  return /^\d{1,6}\s*$/.test(number) && TIMES.test(times);
}

/** Reads captions (WebVTT, SubRip): what is said, in pages of two minutes that are called by the time at which they begin. */
export function readCaptions(source: Source, watch?: PageWatch): Reading {
  const collector = new PageCollector(watch);
  let page: number | undefined;
  let last = '';
  let label = '';
  for (const { at, text } of cuesOf(source.text)) {
    const own = Math.floor(at / PAGE_SECONDS);
    if (page !== own) {
      if (page !== undefined) collector.endPage(label);
      page = own;
      label = timeOf(at);
      last = '';
    }
    // Captions that roll up say each line twice.
    const fresh = text.split('\n').filter((line) => line !== last && line !== '');
    last = fresh.at(-1) ?? last;
    if (fresh.length > 0) collector.add(`${fresh.join('\n')}\n`);
  }
  if (page !== undefined) collector.endPage(label);
  const heading = /^\ufeff?WEBVTT[ \t]{1,9}-[ \t]{0,9}(\S[^\n]{0,300})/.exec(source.text)?.[1];
  return plainReading(collector, source.truncated, titleOfMetadata(heading));
}

function* cuesOf(text: string): Generator<Cue> {
  for (const block of text.replace(/\r\n?/g, '\n').split(/\n{2,}/)) {
    const lines = block.split('\n');
    const first = lines.findIndex((line) => line.trim() !== '');
    if (first === -1 || SILENT.test(lines[first] ?? '')) continue;
    const at = lines.findIndex((line, index) => index <= first + 1 && TIMES.test(line));
    const times = TIMES.exec(lines[at] ?? '');
    if (!times) continue;
    const [, hours = '0', minutes = '0', seconds = '0'] = times;
    yield {
      at: Number(hours) * 3600 + Number(minutes) * 60 + Number(seconds),
      text: lines
        .slice(at + 1)
        .map(spoken)
        .join('\n'),
    };
  }
}

function spoken(line: string): string {
  return decodeHTML(line.replace(VOICE, '$1: ').replace(TAG, '')).trim();
}

/** `0:02:05`, as players show it. */
function timeOf(seconds: number): string {
  const two = (value: number) => String(value).padStart(2, '0');
  const whole = Math.floor(seconds);
  return `${Math.floor(whole / 3600)}:${two(Math.floor(whole / 60) % 60)}:${two(whole % 60)}`;
}
