import type { CallInvitation } from '../../contract/calls.ts';
import { accountOf } from '../../domain/calls/account.ts';
import { says } from '../../shared/says/says.ts';
import { invalid } from '../base/refusal.ts';
import type { Invitation, InvitationSource } from '../ports/invitation.ts';
import type { PathGrants } from '../publish/path-grants.ts';
import { NamedTerms, plainWords } from '../suggestions/named-terms.ts';
import type { WithCalls } from './with-calls.ts';

/** Characters of an invitation's text that say what it is about: below that stand dial-in numbers and legal notices. */
const LONGEST_ABOUT = 2_000;

type Read = { invitations: CallInvitation[]; cut: boolean };

/** What a calendar file or a pasted text says of meetings. Throws `Refusal` where it says nothing of any. */
export async function readCall(
  replica: WithCalls,
  grants: PathGrants,
  input: { readonly grant: string } | { readonly text: string },
): Promise<Read> {
  return readSource(replica, 'text' in input ? input : { path: pathOf(grants, input.grant) });
}

async function readSource(replica: WithCalls, source: InvitationSource): Promise<Read> {
  const { extractor, clock, timeZone } = replica.ports;
  const read = await extractor.invitation(source, { now: clock.now(), zone: timeZone });
  if (read.read === 'refused') {
    if (read.reason === 'too-long') throw invalid(says('calls.calendar-too-large'), 'grant');
    if (read.reason === 'timed-out') throw invalid(says('calls.calendar-too-slow'), 'grant');
    throw invalid(says('calls.no-calendar'), 'grant');
  }
  if (read.invitations.length === 0) throw invalid(says('calls.no-events'), 'grant');
  const terms = new NamedTerms(replica.catalog);
  return { invitations: read.invitations.map((one) => invitationOf(terms, one)), cut: read.cut };
}

/** The file that a grant stands for; of several the first. */
function pathOf(grants: PathGrants, grant: string): string {
  const [path] = grants.take(grant);
  if (path === undefined) throw invalid(says('publish.files-gone'));
  return path;
}

/** With the company, stage and personas that it names. */
function invitationOf(terms: NamedTerms, { title, at, people, text, repeats }: Invitation): CallInvitation {
  const about = text.trim().slice(0, LONGEST_ABOUT);
  const words = plainWords(`${title}\n${about}`);
  return {
    title,
    ...(at !== undefined && at >= 0 && { at }),
    account: accountOf({ title, text, people }),
    about,
    stage: terms.named(words, 'stage')[0] ?? null,
    personas: terms.named(words, 'persona'),
    people: people.map(({ name, address }) => ({ name, address })),
    repeats,
  };
}
