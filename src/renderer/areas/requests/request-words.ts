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
import { inLanguage } from '../../ui/language.ts';

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

const NEWS: Readonly<Record<RequestStatus, (name: string, title: string) => string>> = {
  new: (name, title) => t`${name} reopened “${title}”`,
  accepted: (name, title) => t`${name} accepted “${title}”`,
  'in-progress': (name, title) => t`${name} is working on “${title}”`,
  'in-review': (name, title) => t`${name} sent “${title}” for review`,
  fulfilled: (name, title) => t`${name} fulfilled “${title}”`,
  declined: (name, title) => t`${name} declined “${title}”`,
  merged: (name, title) => t`${name} merged “${title}”`,
};

/** What happened to a request, as a sentence: `Mia fulfilled “Retail payback”`. */
export function newsSentence({ by, status, title }: Pick<RequestNews, 'by' | 'status' | 'title'>): string {
  const name = markedName(by);
  return status === undefined ? t`${name} commented on “${title}”` : NEWS[status](name, title);
}

/** How many voted: `3 votes`, and how many of them are new. */
export function votesText({ votes, votesFromNew }: RequestSummary): string {
  return andFromNewMembers(plural(votes, { one: '# vote', other: '# votes' }), votesFromNew, votes);
}

/** The states that are columns of the board, in order. */
export const BOARD_STATUSES = ['new', 'accepted', 'in-progress', 'in-review', 'fulfilled'] as const;
/** The states that are folded away. */
export const FOLDED_STATUSES = ['declined', 'merged'] as const;

/** A size, and what is said of the promise that goes with it. */
type Size = {
  readonly size: RequestSize;
  readonly name: string;
  /** `Answered in 2–3 business days`. */
  readonly promise: string;
  /** `Small, answered in 2–3 business days`. */
  readonly fact: string;
  /** What is said once a request of this size is accepted. */
  readonly accepted: string;
};

function sizeOf(size: RequestSize, name: string): Size {
  const { from, to } = ANSWERED_IN[size];
  return {
    size,
    name,
    promise: t`Answered in ${from}–${to} business days`,
    fact: t`${name}, answered in ${from}–${to} business days`,
    accepted: t`Accepted. It will be answered in ${from}–${to} business days.`,
  };
}

/** The sizes with their promises. */
export const SIZES: readonly Size[] = [
  sizeOf('small', t`Small`),
  sizeOf('medium', t`Medium`),
  sizeOf('large', t`Large`),
];

/** True while somebody still waits for an answer. */
export function isOpen(request: Pick<RequestSummary, 'status'>): boolean {
  return !isClosed(request.status);
}

/** How a due chip looks and what it says. The word always says it too: colour alone never does. */
type Due = { readonly tone: 'plain' | 'warn' | 'bad' | 'good'; readonly word: string };

const dueInDays = (days: number) => plural(days, { one: 'Due in # day', other: 'Due in # days' });
const daysLeft = (days: number) =>
  plural(days, { one: 'Due soon, # day left', other: 'Due soon, # days left' });
const daysOverdue = (days: number) => plural(days, { one: 'Overdue by # day', other: 'Overdue by # days' });

/** Where a request stands against the promise, for people. */
export function dueOf(sla: Sla, now: number): Due {
  const distance = Math.abs(sla.dueAt - now);
  // Hours up to two days, then days.
  const days = Math.round(distance / 86_400_000);
  const time = days < 2 ? formatDuration(distance) : null;
  switch (sla.state) {
    case 'calm':
      return { tone: 'plain', word: time === null ? dueInDays(days) : t`Due in ${time}` };
    case 'close':
      return { tone: 'warn', word: time === null ? daysLeft(days) : t`Due soon, ${time} left` };
    case 'over':
      return { tone: 'bad', word: time === null ? daysOverdue(days) : t`Overdue by ${time}` };
    case 'met':
      return { tone: 'good', word: t`Answered in time` };
    case 'missed':
      return { tone: 'plain', word: t`Answered late` };
  }
}

const amounts = inLanguage(
  (_, region) => new Intl.NumberFormat(region, { notation: 'compact', maximumFractionDigits: 1 }),
);

/** The sum of deals behind a request, short: `48K`. It has no currency: a hub's members agree on theirs. */
export function formatDealValue(value: number): string {
  return amounts().format(value);
}
