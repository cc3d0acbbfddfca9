import ICAL from 'ical.js';
import type {
  Invitation,
  InvitationClock,
  InvitationRead,
  Invited,
} from '../../../engine/ports/invitation.ts';
import { isTimeZone } from '../../../shared/day.ts';
import {
  LONGEST_LINE,
  LONGEST_PROSE,
  MOST_CALENDAR_EVENTS,
  MOST_CALL_PEOPLE,
} from '../../../shared/limits.ts';
import { instantOf } from '../../../shared/zoned-time.ts';

/** Occurrences of a meeting that are looked at for the next one: a daily one of ten years has fewer. */
const MOST_OCCURRENCES = 5_000;
/** Events of a file that are looked at. */
const MOST_READ = 2_000;
/** The hour of a meeting that has a day only. */
const HOUR_OF_A_DAY = 9;

/** The meetings of a calendar: those to come first, the next one before all; then those that were, the last one first. */
export function invitationsOfCalendar(text: string, clock: InvitationClock): InvitationRead {
  const calendar = parsed(text.slice(text.toUpperCase().indexOf('BEGIN:VCALENDAR')));
  if (calendar === undefined) return { read: 'refused', reason: 'no-calendar' };
  const events = calendar.getAllSubcomponents('vevent').slice(0, MOST_READ);
  const found = events.flatMap((event) => invitationOf(event, clock) ?? []);
  const sorted = found.sort((a, b) => order(a, b, clock.now));
  return {
    read: 'invitations',
    invitations: sorted.slice(0, MOST_CALENDAR_EVENTS),
    cut: sorted.length > MOST_CALENDAR_EVENTS || events.length === MOST_READ,
  };
}

function parsed(text: string): ICAL.Component | undefined {
  let jcal: unknown;
  try {
    jcal = ICAL.parse(text);
  } catch (error) {
    // ical.js throws errors of its own on what is no calendar, and plain ones on what is half of one.
    if (error instanceof Error) return undefined;
    throw error;
  }
  // Of several calendars in one file each is an entry of a list.
  const first: unknown = Array.isArray(jcal) && Array.isArray(jcal[0]) ? jcal[0] : jcal;
  return Array.isArray(first) ? new ICAL.Component(first) : undefined;
}

function invitationOf(component: ICAL.Component, clock: InvitationClock): Invitation | undefined {
  // An occurrence that was moved is told by the meeting that it belongs to.
  if (component.hasProperty('recurrence-id') && !isAlone(component)) return undefined;
  if (textOf(component, 'status').toUpperCase() === 'CANCELLED') return undefined;
  const at = timeOf(component, clock);
  return {
    title: oneLine(textOf(component, 'summary')),
    ...(at !== undefined && { at }),
    people: peopleOf(component),
    text: [textOf(component, 'location'), textOf(component, 'description')]
      .filter((part) => part.trim() !== '')
      .join('\n')
      .slice(0, LONGEST_PROSE),
    repeats: component.hasProperty('rrule'),
  };
}

function isAlone(component: ICAL.Component): boolean {
  const uid = textOf(component, 'uid');
  const events: readonly ICAL.Component[] = component.parent?.getAllSubcomponents('vevent') ?? [];
  return !events.some((other) => textOf(other, 'uid') === uid && !other.hasProperty('recurrence-id'));
}

/** When it is; of one that repeats the next time, or the last that was looked at. A rule that makes no sense leaves its beginning. */
function timeOf(component: ICAL.Component, clock: InvitationClock): number | undefined {
  const start: unknown = component.getFirstPropertyValue('dtstart');
  if (!(start instanceof ICAL.Time)) return undefined;
  const zone = component.getFirstProperty('dtstart')?.getFirstParameter('tzid');
  const first = instant(start, zone, clock.zone);
  if (!component.hasProperty('rrule') || first >= clock.now) return first;
  try {
    return nextOf(new ICAL.Event(component), zone, clock) ?? first;
  } catch (error) {
    if (error instanceof Error) return first;
    throw error;
  }
}

function nextOf(event: ICAL.Event, zone: string | undefined, clock: InvitationClock): number | undefined {
  const occurrences = event.iterator();
  for (let looked = 0; looked < MOST_OCCURRENCES; looked += 1) {
    const next = occurrences.next();
    if (!(next instanceof ICAL.Time)) return undefined;
    const { startDate } = event.getOccurrenceDetails(next);
    const at = instant(startDate, zone, clock.zone);
    if (at >= clock.now) return at;
  }
  return undefined;
}

/**
 * Milliseconds since 1970. A zone that this runtime knows by its name is believed before the rules that the file has for it; what neither knows,
 * and what has no zone, is the time on this device's clock.
 */
function instant(time: ICAL.Time, zone: string | undefined, here: string): number {
  const { year, month, day, hour, minute } = time;
  if (time.isDate) return instantOf({ year, month, day, hour: HOUR_OF_A_DAY, minute: 0 }, here);
  const wall = { year, month, day, hour, minute };
  if (time.zone === ICAL.Timezone.utcTimezone) return Date.UTC(year, month - 1, day, hour, minute);
  if (zone !== undefined && isTimeZone(zone)) return instantOf(wall, zone);
  if (time.zone === ICAL.Timezone.localTimezone) return instantOf(wall, here);
  return time.toUnixTime() * 1000;
}

function peopleOf(component: ICAL.Component): Invited[] {
  const people = [...component.getAllProperties('organizer'), ...component.getAllProperties('attendee')];
  return people.slice(0, MOST_CALL_PEOPLE).map((property) => {
    const address = String(property.getFirstValue() ?? '').replace(/^mailto:/i, '');
    const name = oneLine(String(property.getFirstParameter('cn') ?? ''));
    return { name: name === address ? '' : name, address: oneLine(address) };
  });
}

function textOf(component: ICAL.Component, name: string): string {
  const value: unknown = component.getFirstPropertyValue(name);
  return typeof value === 'string' ? value : '';
}

function oneLine(text: string): string {
  return text.replace(/\s+/g, ' ').trim().slice(0, LONGEST_LINE);
}

function order(a: Invitation, b: Invitation, now: number): number {
  const [one, other] = [a.at ?? 0, b.at ?? 0];
  const toCome = Number(other >= now) - Number(one >= now);
  if (toCome !== 0) return toCome;
  return one >= now ? one - other : other - one;
}
