/** What tells people apart, and what the leads decide for their hub. */

/** Whether somebody is in, waits to be let in by a lead, or was removed. */
export const STANDINGS = ['member', 'waiting', 'removed'] as const;
export type Standing = (typeof STANDINGS)[number];

/** Whether whoever holds the hub's place comes in at once as a rep, or a lead is asked. */
export const ADMISSIONS = ['open', 'ask'] as const;
export type Admission = (typeof ADMISSIONS)[number];

/** Whether leads see how often was searched, or also the words. */
export const SEARCH_WORDS = ['counts', 'words'] as const;
export type SearchWords = (typeof SEARCH_WORDS)[number];

/** Whether devices recognize the words on pictures of pages that their people publish. */
export const RECOGNITIONS = ['on', 'off'] as const;
export type Recognition = (typeof RECOGNITIONS)[number];

/** Whether reviewers must approve a kit before it comes out for the first time. */
export const KIT_REVIEWS = ['free', 'needed'] as const;
export type KitReview = (typeof KIT_REVIEWS)[number];
