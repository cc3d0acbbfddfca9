import type { EventKind, Role } from './events.ts';

/** Kinds that say who is who. They are folded before all others, because they decide whether the others count. */
export const MEMBERSHIP_KINDS = [
  'hub-created',
  'member-added',
  'member-renamed',
  'role-granted',
  'member-removed',
  'device-added',
  'member-joined',
  'member-admitted',
  'device-invited',
  'device-vouched',
  'device-accepted',
  'sample-ended',
  'hub-policy-set',
  'history-anchored',
] as const;

/** A kind that says who is who. */
export type MembershipKind = (typeof MEMBERSHIP_KINDS)[number];

/** A kind whose counting depends on the role of its author alone. */
export type OrdinaryKind = Exclude<EventKind, MembershipKind>;

const EVERYBODY: readonly Role[] = ['rep', 'marketer', 'lead'];
const MARKETERS: readonly Role[] = ['marketer', 'lead'];
const LEADS: readonly Role[] = ['lead'];

/** Who may do what: the roles whose events of a kind count. Membership kinds have rules of their own, see `membership.ts`. */
export const PERMISSIONS: Readonly<Record<OrdinaryKind, readonly Role[]>> = {
  'hub-renamed': LEADS,
  'stage-defined': LEADS,
  'persona-defined': LEADS,
  'type-defined': LEADS,
  'product-defined': MARKETERS,
  'synonyms-defined': LEADS,
  'golden-query-defined': LEADS,
  'asset-added': MARKETERS,
  'asset-version-added': MARKETERS,
  'asset-version-drafted': MARKETERS,
  'asset-version-moved': MARKETERS,
  'asset-version-read': MARKETERS,
  'asset-edited': MARKETERS,
  'asset-verified': MARKETERS,
  'rating-given': EVERYBODY,
  'rating-withdrawn': EVERYBODY,
  'request-made': EVERYBODY,
  'request-voted': EVERYBODY,
  'request-vote-withdrawn': EVERYBODY,
  'request-commented': EVERYBODY,
  /** A rep's answer counts only where it withdraws (or takes up again) the rep's own request: see `requests.ts`. */
  'request-answered': EVERYBODY,
  'asset-viewed': EVERYBODY,
  'asset-shared': EVERYBODY,
  searched: EVERYBODY,
};

/** What a person of a role may do, in the words of the interface. */
export type Capability =
  | 'publish'
  | 'edit'
  | 'answer'
  | 'define-products'
  | 'define-terms'
  | 'manage-members';

const CAPABILITIES: Readonly<Record<Capability, readonly Role[]>> = {
  publish: MARKETERS,
  edit: MARKETERS,
  answer: MARKETERS,
  'define-products': MARKETERS,
  'define-terms': LEADS,
  'manage-members': LEADS,
};

/** Says whether a role may do something. */
export function may(role: Role, capability: Capability): boolean {
  return CAPABILITIES[capability].includes(role);
}

const membershipKinds: ReadonlySet<string> = new Set(MEMBERSHIP_KINDS);

/** Says whether a kind says who is who. */
export function isMembershipKind(kind: string): kind is MembershipKind {
  return membershipKinds.has(kind);
}
