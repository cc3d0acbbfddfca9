import { describe, expect, it } from 'vitest';
import { withExtractor } from './support.ts';

const { extractor, write } = withExtractor();
const NOW = Date.parse('2026-11-30T10:00:00Z');
const CLOCK = { now: NOW, zone: 'Europe/Berlin' };

const calendar = (...lines: string[]): string =>
  ['BEGIN:VCALENDAR', 'VERSION:2.0', ...lines, 'END:VCALENDAR', ''].join('\r\n');
const event = (...lines: string[]): string[] => ['BEGIN:VEVENT', 'UID:1', ...lines, 'END:VEVENT'];

async function read(text: string) {
  const found = await extractor().invitation({ path: await write('call.ics', text) }, CLOCK);
  return found.read === 'refused' ? found : found.invitations;
}
async function timeOf(...lines: string[]): Promise<string | undefined> {
  const found = await read(calendar(...lines));
  const at = Array.isArray(found) ? found[0]?.at : undefined;
  return at === undefined ? undefined : new Date(at).toISOString().slice(0, 16);
}
async function typed(text: string) {
  const found = await extractor().invitation({ text }, CLOCK);
  if (found.read === 'refused') return undefined;
  const [first] = found.invitations;
  const at = first?.at === undefined ? undefined : new Date(first.at).toISOString().slice(0, 16);
  return { title: first?.title, at, people: first?.people };
}

describe('a calendar file', () => {
  it('tells title, time, people and text of a meeting', async () => {
    const text = calendar(
      ...event(
        'SUMMARY:Renewal\\, Harborline',
        'DTSTART:20261203T130000Z',
        'ORGANIZER;CN=Ana:mailto:ana@acme.com',
        'ATTENDEE;CN="Holt, Mira":mailto:mira@harborline.com',
        'LOCATION:Teams',
        'DESCRIPTION:Prices\\nand terms',
      ),
    );
    expect(await read(text)).toEqual([
      {
        title: 'Renewal, Harborline',
        at: Date.parse('2026-12-03T13:00:00Z'),
        people: [
          { name: 'Ana', address: 'ana@acme.com' },
          { name: 'Holt, Mira', address: 'mira@harborline.com' },
        ],
        text: 'Teams\nPrices\nand terms',
        repeats: false,
      },
    ]);
  });

  it('is read by the zone that it names, by its own rules for one that nobody knows, else by this clock', async () => {
    const zone = [
      ...['BEGIN:VTIMEZONE', 'TZID:Our time', 'BEGIN:STANDARD', 'DTSTART:19700101T000000'],
      ...['TZOFFSETFROM:-0500', 'TZOFFSETTO:-0500', 'END:STANDARD', 'END:VTIMEZONE'],
    ];
    const start = (rest: string) => event('SUMMARY:A', `DTSTART${rest}`);
    expect(await timeOf(...start(';TZID=America/New_York:20261203T090000'))).toBe('2026-12-03T14:00');
    expect(await timeOf(...zone, ...start(';TZID=Our time:20261203T090000'))).toBe('2026-12-03T14:00');
    expect(await timeOf(...start(';TZID=W. Europe Standard Time:20261203T090000'))).toBe('2026-12-03T08:00');
    expect(await timeOf(...start(':20260703T090000'))).toBe('2026-07-03T07:00');
    expect(await timeOf(...start(';VALUE=DATE:20261203'))).toBe('2026-12-03T08:00');
  });

  it('tells the next time of a meeting that repeats, moved and left-out ones too', async () => {
    const weekly = event(
      'SUMMARY:Weekly',
      'DTSTART;TZID=Europe/Berlin:20150105T090000',
      'RRULE:FREQ=WEEKLY',
      'EXDATE;TZID=Europe/Berlin:20261207T090000',
    );
    const moved = event(
      'SUMMARY:Weekly',
      'RECURRENCE-ID;TZID=Europe/Berlin:20261214T090000',
      'DTSTART;TZID=Europe/Berlin:20261215T110000',
    );
    expect(await timeOf(...weekly, ...moved)).toBe('2026-12-15T10:00');
  });

  it('tells of several the next first, and nothing of what was canceled', async () => {
    const one = (uid: string, at: string, ...more: string[]) => [
      ...['BEGIN:VEVENT', `UID:${uid}`, `SUMMARY:${uid}`, `DTSTART:${at}`, ...more, 'END:VEVENT'],
    ];
    const found = await read(
      calendar(
        ...one('past', '20261101T090000Z'),
        ...one('later', '20270101T090000Z'),
        ...one('off', '20261201T090000Z', 'STATUS:CANCELLED'),
        ...one('next', '20261202T090000Z'),
      ),
    );
    expect(Array.isArray(found) && found.map(({ title }) => title)).toEqual(['next', 'later', 'past']);
  });

  it('that would go on for ever, is too large or is none, ends', async () => {
    const endless = event('SUMMARY:E', 'DTSTART:19700101T000000Z', 'RRULE:FREQ=SECONDLY');
    expect(await timeOf(...endless)).toBe('1970-01-01T00:00');
    const never = event('SUMMARY:N', 'DTSTART:20200131T000000Z', 'RRULE:FREQ=YEARLY;BYMONTH=2;BYMONTHDAY=31');
    expect(await read(calendar(...never))).toMatchObject([{ title: 'N', repeats: true }]);
    const many = Array.from({ length: 3000 }, () => event('SUMMARY:M', 'DTSTART:20261203T130000Z')).flat();
    const found = await extractor().invitation({ path: await write('many.ics', calendar(...many)) }, CLOCK);
    expect(found).toMatchObject({ read: 'invitations', cut: true, invitations: { length: 100 } });
    expect(await read(`BEGIN:VCALENDAR\n${'X'.repeat(1024 * 1024)}`)).toMatchObject({ reason: 'too-long' });
    expect(await read('Dear all')).toMatchObject({ reason: 'no-calendar' });
    expect(await read('BEGIN:VCALENDAR\r\nBEGIN:VEVENT\r\nSUMMARY')).toMatchObject({ read: 'refused' });
    expect(await read('BEGIN:VCALENDAR\r\nEND:VCALENDAR')).toEqual([]);
  });
});

describe('a pasted text', () => {
  it('tells its subject or first line, a time to come and who has an address', async () => {
    const mail = [
      ...['From: Ana <ana@acme.com>', 'Subject: RE: Renewal', ''],
      ...['Let us meet on Thursday, December 3, 2026 at 2:00 pm.', 'Mira Holt <Mira@harborline.com> joins.'],
    ];
    const found = await typed(mail.join('\n'));
    expect(found).toMatchObject({ title: 'Renewal', at: '2026-12-03T13:00' });
    expect(found?.people?.map(({ address }) => address)).toEqual(['ana@acme.com', 'mira@harborline.com']);
    expect(await typed('Demo for Harborline\ntomorrow at 15:30')).toMatchObject({
      title: 'Demo for Harborline',
      at: '2026-12-01T14:30',
    });
  });

  it('is read in German, days before months', async () => {
    expect(await typed('Betreff: Angebot\nam 3.12.2026 um 14:00 Uhr')).toMatchObject({
      title: 'Angebot',
      at: '2026-12-03T13:00',
    });
    expect(await typed('Angebot\nmorgen um 9 Uhr')).toMatchObject({ at: '2026-12-01T08:00' });
  });

  it('without a time or an address says so, and a calendar among it is read as one', async () => {
    expect(await typed('Prices for 2027')).toMatchObject({ title: 'Prices for 2027', people: [] });
    expect((await typed('Prices, due December 3'))?.at).toBeUndefined();
    const pasted = `Hello,\r\n${calendar(...event('SUMMARY:Renewal', 'DTSTART:20261203T130000Z'))}`;
    expect(await typed(pasted)).toMatchObject({ title: 'Renewal', at: '2026-12-03T13:00' });
  });
});
