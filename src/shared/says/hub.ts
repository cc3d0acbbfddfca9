import type { NoValues } from './says.ts';

/** Sharing, moving and joining a hub, and inviting to it. */
export type HubSays = {
  readonly 'hub.no-place-chosen': NoValues;
  readonly 'hub.keys-gone': NoValues;
  /** Of the hub that is open: it is not shared, and that would be needed to test, invite or move. */
  readonly 'hub.nothing-to-test': NoValues;
  readonly 'hub.nobody-to-invite': NoValues;
  readonly 'hub.nothing-to-move': NoValues;
  readonly 'hub.in-no-bucket': NoValues;
  readonly 'hub.no-keys-to-send': NoValues;
  readonly 'hub.no-keys-needed': NoValues;
  /** Sharing. */
  readonly 'hub.leads-share': NoValues;
  readonly 'hub.needs-a-lead': NoValues;
  readonly 'hub.shared-already': { readonly place: string };
  readonly 'hub.of-early-version': NoValues;
  /** An invitation that was pasted. */
  readonly 'hub.no-invitation': NoValues;
  readonly 'hub.wrong-password': NoValues;
  /** `name`: of the hub that one was invited to. */
  readonly 'hub.replaced': { readonly name: string };
  /** Joining. */
  readonly 'hub.no-name': NoValues;
  readonly 'hub.no-code': NoValues;
  readonly 'hub.no-fingerprint': NoValues;
  readonly 'hub.other-fingerprint': { readonly found: string; readonly wanted: string };
  readonly 'hub.used-code': NoValues;
  readonly 'hub.other-device-accepts': NoValues;
  readonly 'hub.own-work-here': NoValues;
};
