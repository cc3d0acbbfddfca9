/** What kits are told apart by. */

/** What a kit tells whoever runs it, in the order in which it is read. */
export const GUIDANCE = ['objective', 'whenToRun', 'talkTrack', 'redFlags'] as const;
export type Guidance = (typeof GUIDANCE)[number];

/** What can be said of a kit besides its items, in the order in which it is shown. */
export const KIT_FIELDS = [
  'name',
  'summary',
  ...GUIDANCE,
  'stages',
  'personas',
  'products',
  'audience',
  'status',
  'releaseOn',
  'expiresOn',
  'owner',
  'verifier',
  'cover',
  'smart',
  'gone',
] as const;
export type KitField = (typeof KIT_FIELDS)[number];

/** What is the matter with an item of a kit; an item with none can be used as it is. */
export const KIT_ITEM_PROBLEMS = [
  /** Its asset is not here. */
  'gone',
  'recalled',
  'expired',
  /** It has not come out: a draft, in review, or waiting for its day. */
  'draft',
  'archived',
  /** The version that it names is not to be had: the current one stands in. */
  'version-gone',
  /** Its document has fewer pages than it names. */
  'pages-gone',
] as const;
export type KitItemProblem = (typeof KIT_ITEM_PROBLEMS)[number];

/** What marketing answers to a kit that somebody proposed. */
export const KIT_PROPOSAL_REPLIES = ['open', 'adopted', 'declined'] as const;
export type KitProposalReply = (typeof KIT_PROPOSAL_REPLIES)[number];

/** What happened to an item of a kit since somebody looked. */
export const KIT_ITEM_CHANGES = [
  'added',
  'removed',
  'moved',
  'changed',
  'new-version',
  'recalled',
  'expired',
] as const;
