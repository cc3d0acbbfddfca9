/** Whom content is for: *Internal only* or *Customer-facing*. */
export const AUDIENCES = ['internal', 'customer'] as const;
export type Audience = (typeof AUDIENCES)[number];
