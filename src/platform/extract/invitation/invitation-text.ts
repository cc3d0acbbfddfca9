import * as chrono from 'chrono-node';
import type { Invitation, InvitationClock, Invited } from '../../../engine/ports/invitation.ts';
import { LONGEST_LINE, MOST_CALL_PEOPLE } from '../../../shared/limits.ts';
import { instantOf } from '../../../shared/zoned-time.ts';

/** Lines by which mail and calendar programs say what a meeting is, in the languages that Kitbag speaks. */
const TITLE = /^(?:subject|betreff|title|titel|meeting|was|what)\s*[:：]\s*(.+)$/im;
const PREFIX = /^(?:(?:re|aw|fw|fwd|wg|invitation|einladung|accepted|zugesagt)\s*:\s*)+/i;
/** Lines that name a heading of a mail, but not what the meeting is. */
const HEADING =
  /^(?:from|von|to|an|cc|sent|gesendet|date|datum|when|wann|where|wo|ort|location|who)\s*[:：]/i;
const PERSON =
  /(?:"?([\p{L}][\p{L} .,'’-]{1,80}?)"?\s*)?[<(]?([\w.+-]{1,64}@[\w-]{1,63}(?:\.[\w-]{1,63}){1,6})[>)]?/gu;

/** Digits with dots are days and months in Europe: 3.12. is no 12th of March. */
const DAYS_BY_DOTS = /\b\d{1,2}\.\s?\d{1,2}\.(?:\s?\d{2,4})?/;

/** What a pasted text says of a meeting: its first line or subject, a time that is to come, and who is named with a mail address. */
export function invitationOfText(text: string, clock: InvitationClock): Invitation {
  const at = timeIn(text, clock);
  return {
    title: titleOf(text),
    ...(at !== undefined && { at }),
    people: peopleIn(text),
    text,
    repeats: false,
  };
}

function titleOf(text: string): string {
  const lines = text.split(/\r?\n/).map((line) => line.trim());
  const named = TITLE.exec(text)?.[1];
  const first = lines.find((line) => line !== '' && !HEADING.test(line)) ?? '';
  return (named ?? first).replace(PREFIX, '').replace(/\s+/g, ' ').trim().slice(0, LONGEST_LINE);
}

/** The first time that has an hour and is to come, else the first with an hour, else none: a day alone is more often a due date. */
function timeIn(text: string, { now, zone }: InvitationClock): number | undefined {
  const spoken = [chrono.en.GB, chrono.de.casual];
  const parsers = DAYS_BY_DOTS.test(text) ? spoken.toReversed() : spoken;
  for (const parser of parsers) {
    const times = parser
      .parse(text, { instant: new Date(now), timezone: -offsetAt(now, zone) }, { forwardDate: true })
      .flatMap(({ start }) => (start.isCertain('hour') ? [instantIn(start, zone)] : []));
    const found = times.find((time) => time >= now) ?? times[0];
    if (found !== undefined) return found;
  }
  return undefined;
}

type Components = ReturnType<typeof chrono.parse>[number]['start'];

function instantIn(start: Components, zone: string): number {
  if (start.isCertain('timezoneOffset')) return start.date().getTime();
  const part = (name: 'year' | 'month' | 'day' | 'hour' | 'minute'): number => start.get(name) ?? 0;
  const [year, month, day] = [part('year'), part('month'), part('day')];
  return instantOf({ year, month, day, hour: part('hour'), minute: part('minute') }, zone);
}

/** Minutes by which a zone's clocks are behind UTC, the way round that `Date` has it. */
function offsetAt(now: number, zone: string): number {
  const at = new Date(now);
  const wall = {
    year: at.getUTCFullYear(),
    month: at.getUTCMonth() + 1,
    day: at.getUTCDate(),
    hour: at.getUTCHours(),
    minute: at.getUTCMinutes(),
  };
  return Math.round((instantOf(wall, zone) - Math.floor(now / 60_000) * 60_000) / 60_000);
}

function peopleIn(text: string): Invited[] {
  const people = new Map<string, Invited>();
  for (const [, name = '', address = ''] of text.matchAll(PERSON)) {
    const key = address.toLowerCase();
    if (people.has(key) || people.size >= MOST_CALL_PEOPLE) continue;
    people.set(key, { name: name.trim().slice(0, LONGEST_LINE), address: key });
  }
  return [...people.values()];
}
