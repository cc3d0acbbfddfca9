/** How somebody took a file out of the library, as the activity notes it. */
export const SHARE_KINDS = ['opened', 'saved', 'copied', 'dragged', 'sent', 'presented'] as const;
export type ShareKind = (typeof SHARE_KINDS)[number];
