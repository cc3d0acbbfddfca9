import type { NoValues } from './says.ts';

type Plain<Code extends string> = { readonly [One in Code]: NoValues };

/** Why an event changes nothing. */
type RefusedSays = Plain<
  | 'refused.invalid-body'
  | 'refused.impossible-time'
  | 'refused.unknown-device'
  | 'refused.wrong-member'
  | 'refused.not-a-member'
  | 'refused.not-admitted'
  | 'refused.not-accepted'
  | 'refused.after-removal'
  | 'refused.wrong-id'
  | 'refused.id-taken'
  | 'refused.not-allowed'
  | 'refused.bad-proof'
  /** Its kind is not known to this version. */
  | 'refused.deferred'
>;

/** Who is in, in which role, and who may decide that. */
export type PeopleSays = RefusedSays &
  Plain<
    | 'people.further-device-later'
    | 'people.no-code'
    | 'people.publish-by-publishers'
    | 'people.roles-by-lead'
    | 'people.removal-by-lead'
    | 'people.policies-by-lead'
    | 'people.you-are-only-lead'
    | 'people.removal-stays'
  > & {
    readonly 'people.no-such-time-zone': { readonly zone: string };
    readonly 'people.only-lead': { readonly name: string };
  };
