/** How something left this device: as a mail that was begun, as files for one; presented to whoever was there; or saved, copied or dragged out, to nobody in particular. */
export const SENT_WAYS = ['mail', 'files', 'saved', 'copied', 'dragged', 'presented'] as const;
type SentWay = (typeof SENT_WAYS)[number];

/** How what was made ready leaves: as a mail, as files for one, or, one PDF, saved. */
export const LEAVING_WAYS = ['mail', 'files', 'saved'] as const satisfies readonly SentWay[];
export type LeavingWay = (typeof LEAVING_WAYS)[number];

/** Things that are sent at once. */
export const MOST_SENT_AT_ONCE = 50;
/** Lines that this device keeps of what left it; the oldest go. */
export const MOST_SENT_KEPT = 10_000;
