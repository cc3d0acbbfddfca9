import type { Audience } from './assets.ts';

/** What `is:` can ask for, in the order in which it is offered. */
export const QUERY_STATES = [
  'fresh',
  'stale',
  'verified',
  'unverified',
  'rated',
  'unrated',
  'used',
  'unused',
  'new',
  'mine',
  'internal',
  'customer-facing',
  'kit',
  'searchable',
  'unsearchable',
  'published',
  'due-for-review',
  'draft',
  'waiting',
  'in-review',
  'scheduled',
  'recalled',
  'expired',
  'archived',
] as const;
export type QueryState = (typeof QUERY_STATES)[number];

/** What `file:` can ask for, in the order in which it is offered. */
export const FILE_GROUPS = [
  'pdf',
  'slides',
  'word',
  'sheet',
  'email',
  'book',
  'video',
  'audio',
  'image',
  'html',
  'text',
] as const;
export type FileGroup = (typeof FILE_GROUPS)[number];

/** What audiences can be called where they are typed or pasted, in any language of the window: the first as Kitbag writes it. */
export const AUDIENCE_NAMES: Readonly<Record<Audience, readonly string[]>> = {
  internal: ['internal', 'internal only', 'employees only', 'intern', 'nur intern'],
  customer: ['customer-facing', 'customer', 'customers', 'external', 'public', 'für kunden', 'extern'],
};
