import type { GivenKeys, NamedBucket } from '../../contract/hub.ts';
import type { BucketAddress, HubLocation, SecretRef } from '../../shared/hub-location.ts';
import type { Result } from '../../shared/result.ts';
import type { Says } from '../../shared/says/says.ts';
import type { Role } from '../../shared/vocabulary/roles.ts';
import type { ObjectStore, StoreError } from '../../sync/hub/object-store.ts';
import type { Invitations } from './invitations.ts';
import type { PlaceTest } from './place-test.ts';

/** Hints of a place that something may have changed. Nothing relies on them. */
export interface PlaceHints {
  /** Watches what has come since. Never fails. */
  refresh(): Promise<void>;
  close(): void;
}

/** Keys as they are typed, or where this device has them from. */
export type NamedKeys = Exclude<GivenKeys, { readonly from: 'kept' }> | SecretRef;

export type { NamedBucket };

/** Whose policy: what their role writes besides their device's own journal. */
export type PolicyOf = { readonly device: string; readonly role: Role };

/** A place where a hub is or may be. */
export type HubPlace = {
  /** In full, as it is kept and opened again. */
  readonly location: HubLocation;
  readonly store: ObjectStore;
  /** A folder of a server as other systems than this one write it. */
  readonly smb?: string | undefined;
  /** Whether a name of others there means nothing to a person: with nothing else the place is empty. */
  isClutter(name: string): boolean;
  /** What a refusal says of the place itself; `undefined` where it says nothing of its own. */
  explain(error: StoreError): Says | undefined;
  /** Tries what a hub needs of the place. `folder`: below which key this device may write. Never throws for the place's sake. */
  test(folder?: string): Promise<PlaceTest>;
  /** Makes the place for a new hub where it is not there. Says why where it can't be made. */
  make(): Promise<Result<void, Says>>;
  /** Whether the way to it is there and it is not: renamed, moved or deleted, or its drive is not connected. Never throws. */
  isGone(): Promise<boolean>;
  watch(onHint: () => void): PlaceHints;
};

/** Finds the store behind a location. */
export interface HubPlaces {
  /** Reads what a person or a program gave as a location; says why it is none. */
  read(text: string): Result<HubLocation, Says>;
  /** Reads the fields of a form, and holds keys that were typed; says what is wrong, and in which field. */
  named(
    bucket: NamedBucket,
    keys: NamedKeys,
  ): Result<HubLocation, { readonly field: string; readonly says: Says }>;
  readonly invitations: Invitations;
  /** A policy for a bucket, as JSON. */
  policy(address: BucketAddress, of: PolicyOf): string;
  /** Says why a location can't be a hub. Whether it is there now is not asked. */
  open(location: HubLocation): Promise<Result<HubPlace, Says>>;
}
