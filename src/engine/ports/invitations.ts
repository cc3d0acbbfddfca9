import type { BucketAddress, FolderLocation, HubLocation } from '../../shared/hub-location.ts';

/** Where somebody is invited to: a place without anybody's keys. */
export type InvitedPlace = FolderLocation | (BucketAddress & { readonly kind: 'bucket' });

/** What an invitation says. */
export type Invitation = {
  /** The hub, its name when it was written, and its founder's device: whoever finds another hub there was not invited to it. */
  readonly hub: string;
  readonly name: string;
  readonly founder: string;
  readonly place: InvitedPlace;
  /** The keys of the bucket, sealed with a password that goes another way. */
  readonly keys?: string;
};

/** Writes and reads invitations: one line of letters that survives mail programs. */
export interface Invitations {
  /** The line. */
  write(invitation: Invitation): string;
  /** The invitation that stands anywhere in a text; `undefined` where there is none, or only part of one. Never throws. */
  read(text: string): Invitation | undefined;
  /** A password for keys that are to travel: to be said or sent another way. */
  password(): string;
  /** Seals the keys that this device has for a bucket; they open only for the same place. `undefined` where there are none. */
  seal(location: HubLocation, password: string): Promise<string | undefined>;
  /** Opens sealed keys and holds them; `undefined` where the password is another one, or the invitation was changed. */
  open(invitation: Invitation, password: string): Promise<HubLocation | undefined>;
}
