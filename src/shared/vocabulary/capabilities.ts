/**
 * What somebody may do or see by their role, in the words of the interface. Which role may what is written once, in
 * `domain/people/permissions.ts`; it comes with the data, so nothing above the engine compares roles.
 */
export const CAPABILITIES = [
  'publish',
  'edit',
  'answer',
  'see-insights',
  'define-products',
  'define-terms',
  'oversee',
  'manage-members',
] as const;

/** Something that somebody may do or see, or not. */
export type Capability = (typeof CAPABILITIES)[number];

/** What somebody may, each said. */
export type Can = Readonly<Record<Capability, boolean>>;
