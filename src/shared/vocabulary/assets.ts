/** What tells assets, their versions and their files apart. */

/** Whom content is for: *Internal only* or *Customer-facing*. */
export const AUDIENCES = ['internal', 'customer'] as const;
export type Audience = (typeof AUDIENCES)[number];

/** As an asset's status is set. */
export const ASSET_STATUSES = ['draft', 'in-review', 'scheduled', 'published', 'archived'] as const;
export type AssetStatus = (typeof ASSET_STATUSES)[number];

/** The states in the order in which they are looked for: an asset is in the first one that holds. */
export const ASSET_STATES = [
  'recalled',
  'expired',
  'draft',
  'in-review',
  'scheduled',
  'archived',
  'due-for-review',
  'verified',
  'published',
] as const;
/** The one state that an asset is in. */
export type AssetStateName = (typeof ASSET_STATES)[number];

/** Fresh up to the review interval, then stale. */
export const FRESHNESSES = ['fresh', 'stale'] as const;

/** What becomes of a version that waits: it comes out, is given up, or waits on. */
export const VERSION_MOVES = ['published', 'dropped', 'draft'] as const;
export type VersionMove = (typeof VERSION_MOVES)[number];

/** Why an asset among many is left as it is: it is not there, a value that it must have would go, it would have too many of one. */
export const EDIT_REFUSALS = ['not-found', 'required', 'too-many', 'needs-review'] as const;
export type EditRefusal = (typeof EDIT_REFUSALS)[number];

/** What a file is, told by its bytes and only then by its name. */
export const DOCUMENT_KINDS = [
  'pdf',
  'pptx',
  'docx',
  'xlsx',
  'odt',
  'odp',
  'ods',
  'rtf',
  'email',
  'epub',
  'captions',
  'calendar',
  'markdown',
  'html',
  'text',
  'image',
  'video',
  'audio',
  'other',
] as const;
export type DocumentKind = (typeof DOCUMENT_KINDS)[number];
