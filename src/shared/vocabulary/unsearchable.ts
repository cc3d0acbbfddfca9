/** Why a document's text can't be searched, wholly or in part. */
export const UNSEARCHABLE_REASONS = [
  'scanned', // pages that are pictures, no text in them
  'encrypted', // needs a password
  'garbled', // fonts without a Unicode map: the text is there, but unreadable
  'picture', // an image: nothing to read until the words on it, if there are any, are recognized
  'no-text', // a video, a drawing, a picture that was looked at: nothing to read
  'unsupported', // a format that Kitbag keeps and opens elsewhere, but does not read
  'timed-out', // reading took more processor time than the limit, or got stuck
  'out-of-memory', // reading needed more memory than the limit
  'crashed', // the reader died on it
  'too-long', // more pages or text than the limit; the first ones are searchable
] as const;

/** Why a document's text can't be searched, wholly or in part. Other people's events may have a reason that this version does not know. */
export type UnsearchableReason = (typeof UNSEARCHABLE_REASONS)[number];

const unsearchable: ReadonlySet<string> = new Set(UNSEARCHABLE_REASONS);

/** Whether a code says why a text can't be searched. */
export function isUnsearchable(reason: string): reason is UnsearchableReason {
  return unsearchable.has(reason);
}

/** What ended reading for want of something that there may be more of another time: processor time, memory, a reader that holds. */
const PASSING_REASONS = [
  'timed-out',
  'out-of-memory',
  'crashed',
] as const satisfies readonly UnsearchableReason[];

/** Why reading was broken off. */
export type PassingReason = (typeof PASSING_REASONS)[number];

const passing: ReadonlySet<string> = new Set(PASSING_REASONS);

/** Whether reading was broken off for a reason that may be gone another time. */
export function isPassing(reason: string): reason is PassingReason {
  return passing.has(reason);
}
