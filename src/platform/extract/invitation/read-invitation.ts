import type { InvitationClock, InvitationRead, InvitationSource } from '../../../engine/ports/invitation.ts';
import { LARGEST_CALENDAR, LONGEST_PROSE } from '../../../shared/limits.ts';
import { withFile } from '../encoding/bytes.ts';
import { encodingOf } from '../encoding/text-encoding.ts';
import { readSource } from '../plain/read-source.ts';
import { refusalOfPath } from '../sniff/refusal-of-path.ts';
import { invitationsOfCalendar } from './calendar-events.ts';
import { invitationOfText } from './invitation-text.ts';

/** What a calendar begins with (RFC 5545, 3.6), whatever stands around it in a mail. */
const CALENDAR = /^\s*BEGIN:VCALENDAR\s*$/im;

/** Reads a calendar file, or what somebody pasted: a calendar, or text with a time and people in it. */
export async function readInvitation(
  source: InvitationSource,
  clock: InvitationClock,
): Promise<InvitationRead> {
  if ('text' in source) {
    const text = source.text.slice(0, LARGEST_CALENDAR);
    if (CALENDAR.test(text)) return invitationsOfCalendar(text, clock);
    const invitations = [invitationOfText(text.slice(0, LONGEST_PROSE), clock)];
    return { read: 'invitations', invitations, cut: false };
  }
  const refusal = refusalOfPath(source.path);
  if (refusal !== undefined) return { read: 'refused', reason: refusal };
  return withFile(source.path, (file): InvitationRead => {
    if (file.size > LARGEST_CALENDAR) return { read: 'refused', reason: 'too-long' };
    const encoding = encodingOf(file.read(0, file.size), false);
    if (encoding === undefined) return { read: 'refused', reason: 'no-calendar' };
    const { text } = readSource(file, encoding, LARGEST_CALENDAR);
    return CALENDAR.test(text)
      ? invitationsOfCalendar(text, clock)
      : { read: 'refused', reason: 'no-calendar' };
  });
}
