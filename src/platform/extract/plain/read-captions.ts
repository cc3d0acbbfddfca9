import { decodeHTML } from 'entities';
import type { PreviewCue } from '../../../engine/ports/extractor.ts';
import { playTime } from '../../../shared/play-time.ts';
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
const VOICE = /<v(?:\.[^\s>]{0,80})?\s{1,20}([^\s>][^>]{0,199})>/g;
const TAG = /<\/?[a-z0-9][^<>]{0,200}>|\{\\[^{}]{0,100}\}/gi;

/** What is said at a time: its beginning in seconds, and those of its lines that were not said just before. */
type Cue = { readonly at: number; readonly lines: readonly string[] };
/** Cues that the reader's screen is given at most: ten hours of speech. */
const MOST_CUES = 20_000;

/** Whether a text begins as captions in SubRip do: a number, times, words. */
export function beginsAsSubRip(start: string): boolean {
  const [number = '', times = ''] = start.trimStart().split(/\r?\n/, 2);
  return /^\d{1,6}\s*$/.test(number) && TIMES.test(times);
}

/** Reads captions (WebVTT, SubRip): what is said, in pages of two minutes that are called by the time at which they begin. */
export function readCaptions(source: Source, watch?: PageWatch): Reading {
  const collector = new PageCollector(watch);
  let label: string | undefined;
  for (const { page, cues } of pagesOf(source.text)) {
    if (label !== undefined) collector.endPage(label);
    label = playTime(cues[0]?.at ?? page * PAGE_SECONDS);
    for (const { lines } of cues) if (lines.length > 0) collector.add(`${lines.join('\n')}\n`);
  }
  if (label !== undefined) collector.endPage(label);
  const heading = /^\ufeff?WEBVTT[ \t]{1,9}-[ \t]{0,9}(\S[^\n]{0,300})/.exec(source.text)?.[1];
  return plainReading(collector, source.truncated, titleOfMetadata(heading));
}

/** The cues of captions with the pages (from 1) on which `readCaptions` has them. */
export function previewCues(text: string): {
  readonly cues: readonly PreviewCue[];
  readonly truncated: boolean;
} {
  const all = [...pagesOf(text)].flatMap(({ cues }, index) =>
    cues
      .filter(({ lines }) => lines.length > 0)
      .map(({ at, lines }) => ({ at, page: index + 1, text: lines.join('\n') })),
  );
  return { cues: all.slice(0, MOST_CUES), truncated: all.length > MOST_CUES };
}

/** Cues in pages of two minutes, as they follow each other in the file. */
function* pagesOf(text: string): Generator<{ readonly page: number; readonly cues: readonly Cue[] }> {
  let [page, last] = [-1, ''];
  let cues: Cue[] = [];
  for (const { at, lines } of cuesOf(text)) {
    const own = Math.floor(at / PAGE_SECONDS);
    if (own !== page) {
      if (cues.length > 0) yield { page, cues };
      [page, last, cues] = [own, '', []];
    }
    // Captions that roll up say each line twice.
    const fresh = lines.filter((line) => line !== last && line !== '');
    last = fresh.at(-1) ?? last;
    cues.push({ at, lines: fresh });
  }
  if (cues.length > 0) yield { page, cues };
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
      lines: lines.slice(at + 1).map(spoken),
    };
  }
}

function spoken(line: string): string {
  return decodeHTML(line.replace(VOICE, '$1: ').replace(TAG, '')).trim();
}
