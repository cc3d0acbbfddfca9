import type { Holds } from '../kernel/holds.ts';
import { isMade, type MadeRequest } from './made-request.ts';
import type { RequestsPart } from './requests.ts';

/** What one asks of the requests as events made them. */

type Catalog = Holds<RequestsPart>;

/** A request whose making has arrived. */
export function madeRequest({ state }: Catalog, id: string): MadeRequest | undefined {
  const request = state.requests.get(id);
  return isMade(request) ? request : undefined;
}

/** All requests whose making has arrived. */
export function allMadeRequests({ state }: Catalog): MadeRequest[] {
  return [...state.requests.values()].filter(isMade);
}

/** What was asked for by each request, with the times of others' votes (milliseconds since 1970). Goes through all of them. */
export function allDemand(
  catalog: Catalog,
): { readonly made: MadeRequest['made']['value']; readonly votes: readonly number[] }[] {
  return allMadeRequests(catalog).map(({ made: { value: made }, votes }) => ({
    made,
    votes: [...votes].flatMap(([voter, { value }]) =>
      voter === made.member || value === null ? [] : [value.at],
    ),
  }));
}

/** What a request is called. */
export function titleOfRequest(catalog: Catalog, id: string): string | undefined {
  return madeRequest(catalog, id)?.made.value.title;
}

/** Says whether anybody has said what is at stake. Goes through the votes of the request. */
export function saysDealValue({ state }: Catalog, id: string): boolean {
  const request = state.requests.get(id);
  if (request?.made?.value.dealValue !== undefined) return true;
  return [...(request?.votes.values() ?? [])].some(({ value }) => value?.dealValue !== undefined);
}

/** How many requests there are, also those whose making has not arrived. */
export function countRequests({ state }: Catalog): number {
  return state.requests.size;
}

/** How much a member has asked and said. Goes through all requests. */
export function countSaidBy(
  { state }: Catalog,
  member: string,
): Readonly<Record<'requests' | 'votes' | 'comments' | 'answers', number>> {
  const said = { requests: 0, votes: 0, comments: 0, answers: 0 };
  for (const { made, votes, comments, answers } of state.requests.values()) {
    if (made?.value.member === member) said.requests += 1;
    if ((votes.get(member)?.value ?? null) !== null) said.votes += 1;
    for (const { value } of comments.values()) if (value.member === member) said.comments += 1;
    for (const answer of answers.values()) if (answer.member === member) said.answers += 1;
  }
  return said;
}
