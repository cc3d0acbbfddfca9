import type { RequestNews } from '../../contract/requests.ts';
import type { MadeRequest } from '../../domain/requests/made-request.ts';
import { allMadeRequests } from '../../domain/requests/request-selectors.ts';
import { countingAnswers } from '../../domain/requests/requests.ts';
import type { Covers } from '../live/journal-place.ts';
import { shownMember } from '../people/shown-member.ts';
import type { WithPeople } from '../people/with-people.ts';
import type { WithSeen } from '../seen/with-seen.ts';

/** Something that somebody else said about a request: an answer or a comment. */
type Said = {
  readonly stamp: string;
  readonly member: string;
  readonly at: number;
  readonly status?: RequestNews['status'];
  readonly text: string;
};

/** Whether the answers of a request are for this member: they asked, or said 'me too'. */
export function concerns(request: MadeRequest, member: string | undefined): boolean {
  if (member === undefined) return false;
  return request.made.value.member === member || (request.votes.get(member)?.value ?? null) !== null;
}

/** What others than a member said, in the order of the journals: what may be new to them. */
function saidByOthers(request: MadeRequest, member: string | undefined): readonly Said[] {
  const answers = new Set(countingAnswers(request));
  const said: Said[] = [
    ...[...request.answers]
      .filter(([, answer]) => answers.has(answer))
      .map(([stamp, { member: by, at, status, reason }]) => ({
        stamp,
        member: by,
        at,
        status,
        text: reason ?? '',
      })),
    ...[...request.comments.values()].map(({ stamp, value }) => ({ ...value, stamp })),
  ];
  return said
    .filter((entry) => entry.member !== member)
    .sort((a, b) => (a.stamp < b.stamp ? -1 : a.stamp > b.stamp ? 1 : 0));
}

/**
 * What is new about requests that one made or voted for: what others said that was not shown here yet. It begins where this device came
 * in (a place in the journals, not a moment), so that answers of long ago are no news however late they arrive; from then on it is
 * counted what was shown. Order of arrival, clocks and restarts change nothing.
 */
export class RequestNewsDesk {
  readonly #replica: WithPeople & WithSeen;
  #covered: Covers = () => false;

  constructor(replica: WithPeople & WithSeen) {
    this.#replica = replica;
  }

  /** Looks up where the device came in, among what has arrived by now. Before anything is asked that says what is new. */
  async refresh(): Promise<void> {
    const replica = this.#replica;
    this.#covered = await replica.places.covers(replica.seen.cameInAt);
  }

  /** How many things others said since the device came in: what is shown and what is new are counted by it. */
  said(request: MadeRequest): number {
    return this.#since(request).length;
  }

  isNews(request: MadeRequest): boolean {
    const replica = this.#replica;
    return (
      concerns(request, replica.catalog.selfId()) && this.said(request) > replica.seen.seenOf(request.id)
    );
  }

  /** Every request with something new, the newest first. `untold` where nobody was told of the last of it. */
  list(): RequestNews[] {
    const replica = this.#replica;
    return allMadeRequests(replica.catalog)
      .filter((request) => this.isNews(request))
      .flatMap((request) => {
        const said = this.#since(request);
        const last = said.at(-1);
        if (last === undefined) return [];
        return [
          {
            request: request.id,
            title: request.made.value.title,
            mine: request.made.value.member === replica.catalog.selfId(),
            said: said.length,
            untold: said.length > replica.seen.toldOf(request.id),
            by: shownMember(replica, last.member),
            at: last.at,
            ...(last.status !== undefined && { status: last.status }),
            text: last.text,
          },
        ];
      })
      .sort((a, b) => b.at - a.at);
  }

  #since(request: MadeRequest): readonly Said[] {
    return saidByOthers(request, this.#replica.catalog.selfId()).filter(({ stamp }) => !this.#covered(stamp));
  }
}
