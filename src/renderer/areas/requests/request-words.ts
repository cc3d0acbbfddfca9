import { plural, t } from '@lingui/core/macro';
import type { RequestNews, RequestSummary, Sla } from '../../../contract/requests.ts';
import {
  ANSWERED_IN,
  isClosed,
  type RequestSize,
  type RequestStatus,
} from '../../../shared/vocabulary/requests.ts';
import { andFromNewMembers, markedName } from '../../../words/new-members.ts';
import { formatDuration } from '../../ui/format.ts';

/** How people call the states of a request. */
export const STATUS_WORDS: Readonly<Record<RequestStatus, string>> = {
  new: t`New`,
  accepted: t`Accepted`,
  'in-progress': t`In progress`,
  'in-review': t`In review`,
  fulfilled: t`Fulfilled`,
  declined: t`Declined`,
  merged: t`Merged`,
};

/** What an answer did with a request. */
export const ANSWERED: Readonly<Record<RequestStatus, string>> = {
  new: 'reopened',
  accepted: 'accepted',
  'in-progress': t`is working on`,
  'in-review': t`sent for review`,
  fulfilled: 'fulfilled',
  declined: 'declined',
  merged: 'merged',
};

/** What happened to a request, as a sentence: `Mia fulfilled “Retail payback”`. */
export function newsSentence({ by, status, title }: Pick<RequestNews, 'by' | 'status' | 'title'>): string {
  return `${markedName(by)} ${status === undefined ? t`commented on` : ANSWERED[status]} “${title}”`;
}

/** How many voted: `3 votes`, and how many of them are new. */
export function votesText({ votes, votesFromNew }: RequestSummary): string {
  return andFromNewMembers(plural(votes, { one: '# vote', other: '# votes' }), votesFromNew, votes);
}

/** The states that are columns of the board, in order. */
export const BOARD_STATUSES = ['new', 'accepted', 'in-progress', 'in-review', 'fulfilled'] as const;
/** The states that are folded away. */
export const FOLDED_STATUSES = ['declined', 'merged'] as const;

function promiseOf(size: RequestSize): string {
  const { from, to } = ANSWERED_IN[size];
  return t`answered in ${from}–${to} business days`;
}

/** The promise that goes with a size. */
export const SIZES: readonly {
  readonly size: RequestSize;
  readonly name: string;
  readonly promise: string;
}[] = [
  { size: 'small', name: t`Small`, promise: promiseOf('small') },
  { size: 'medium', name: t`Medium`, promise: promiseOf('medium') },
  { size: 'large', name: t`Large`, promise: promiseOf('large') },
];

/** True while somebody still waits for an answer. */
export function isOpen(request: Pick<RequestSummary, 'status'>): boolean {
  return !isClosed(request.status);
}

/** How a due chip looks and what it says. The word always says it too: colour alone never does. */
export type Due = { readonly tone: 'plain' | 'warn' | 'bad' | 'good'; readonly word: string };

/** Hours up to two days, then days. */
function distanceOf(milliseconds: number): string {
  const days = Math.round(milliseconds / 86_400_000);
  return days < 2 ? formatDuration(milliseconds) : plural(days, { one: '# day', other: '# days' });
}

/** Where a request stands against the promise, for people. */
export function dueOf(sla: Sla, now: number): Due {
  const distance = distanceOf(Math.abs(sla.dueAt - now));
  switch (sla.state) {
    case 'calm':
      return { tone: 'plain', word: t`Due in ${distance}` };
    case 'close':
      return { tone: 'warn', word: t`Due soon, ${distance} left` };
    case 'over':
      return { tone: 'bad', word: t`Overdue by ${distance}` };
    case 'met':
      return { tone: 'good', word: t`Answered in time` };
    case 'missed':
      return { tone: 'plain', word: t`Answered late` };
  }
}

const amounts = new Intl.NumberFormat(undefined, { notation: 'compact', maximumFractionDigits: 1 });

/** The sum of deals behind a request, short: `48K`. It has no currency: a hub's members agree on theirs. */
export function formatDealValue(value: number): string {
  return amounts.format(value);
}
