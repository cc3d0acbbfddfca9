/** The roles that somebody can have in a hub, the least first. */
export const ROLES = ['rep', 'marketer', 'lead'] as const;
export type Role = (typeof ROLES)[number];
