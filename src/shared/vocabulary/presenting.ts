/** Why something of a pack is not presented, beside what the gate says. Its file is not here or not what it was; it is not made of pages; its author hid all of them. */
export const LEFT_OUT = ['missing', 'altered', 'no-pages', 'hidden'] as const;
export type LeftOutReason = (typeof LEFT_OUT)[number];

/** Pages of one running order. */
export const MOST_SLIDES = 5_000;
/** Characters of a page's words, and of all together, that go with a running order. */
export const LONGEST_SLIDE_WORDS = 6_000;
export const MOST_SHOW_WORDS = 4_000_000;
/** Characters of the notes of one page. */
export const LONGEST_NOTES = 20_000;
/** Shorter, a page was only passed: it is not noted as shown. */
export const LOOKED_AT_MS = 400;
