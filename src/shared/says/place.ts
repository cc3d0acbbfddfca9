import type { PlaceKind } from '../hub-location.ts';
import type { NoValues } from './says.ts';

/** What is said of any place of a hub: `folder.gone`, `bucket.gone`. Who says it knows the kind of place, and nothing else of it. */
type AtPlace = {
  /** Nothing can be exchanged. */
  readonly 'no-hub': NoValues;
  readonly 'unreadable-hub': NoValues;
  readonly 'other-hub': NoValues;
  readonly busy: NoValues;
  readonly denied: NoValues;
  readonly full: NoValues;
  readonly broken: NoValues;
  /** The hub can be read, and nothing of this device can be written to it. */
  readonly 'read-only': { readonly device: string };
  /** The way to it is there and it is not. */
  readonly gone: NoValues;
  /** It was to be looked at, and can't be reached. */
  readonly unreachable: NoValues;
  /** There is no hub to join. */
  readonly 'nothing-to-join': NoValues;
  /** The hub's description there was not signed by its founder. */
  readonly forged: NoValues;
  /** Somebody wants to share, and parts of a hub, or another one, are there. */
  readonly 'part-of-hub': NoValues;
  readonly 'has-other-hub': { readonly name: string };
  /** A hub was to be found there again, and is not there. */
  readonly 'has-not-hub': { readonly name: string };
  /** Somebody joins, and the place can't be reached, or only be read: nobody can hear of them. */
  readonly 'joining-offline': NoValues;
  readonly 'joining-read-only': { readonly device: string };
  readonly 'joining-without-description': NoValues;
  /** Somebody joins while objects of the hub are missing, or are not what was signed. */
  readonly 'joining-incomplete': { readonly missing: number; readonly named: number };
  readonly 'joining-altered': { readonly altered: number; readonly missing: number; readonly named: number };
  /** The code of a further device is not known there. */
  readonly 'joining-unknown-code': NoValues;
};

type OfKind<Kind extends PlaceKind> = {
  readonly [Name in keyof AtPlace as `${Kind}.${Name}`]: AtPlace[Name];
};

/** A hub in a folder, and folders that are none for it. */
export type FolderSays = OfKind<'folder'> & {
  readonly 'folder.not-named': NoValues;
  readonly 'folder.web-address': NoValues;
  readonly 'folder.other-address': NoValues;
  readonly 'folder.of-windows': NoValues;
  /** `smb`: the same folder as this computer writes it. */
  readonly 'folder.of-windows-server': { readonly smb: string };
  readonly 'folder.server-alone': NoValues;
  readonly 'folder.path-too-long': { readonly length: number; readonly most: number };
  readonly 'folder.inside-replica': NoValues;
  readonly 'folder.around-replica': NoValues;
  readonly 'folder.is-file': NoValues;
  readonly 'folder.below-file': NoValues;
  readonly 'folder.none-above': { readonly above: string };
  /** `code`: what the system calls it. */
  readonly 'folder.not-made': { readonly code: string };
};

/** A hub in a bucket, what is wrong with its address or its keys, and what a test of it found. */
export type BucketSays = OfKind<'bucket'> & {
  readonly 'bucket.not-here': NoValues;
  readonly 'bucket.no-keys': NoValues;
  readonly 'bucket.no-such-bucket': NoValues;
  readonly 'bucket.wrong-region': NoValues;
  readonly 'bucket.wrong-region-known': { readonly region: string };
  readonly 'bucket.bad-keys': NoValues;
  readonly 'bucket.no-list': NoValues;
  readonly 'bucket.no-read': NoValues;
  readonly 'bucket.no-write': NoValues;
  readonly 'bucket.clock-skew': NoValues;
  readonly 'bucket.certificate': NoValues;
  readonly 'bucket.proxy': NoValues;
  readonly 'bucket.nothing-answers': NoValues;
  readonly 'bucket.not-s3': NoValues;
  /** Good to know of one that works. */
  readonly 'bucket.plain-http': NoValues;
  readonly 'bucket.overwrites': NoValues;
  readonly 'bucket.clock-off': NoValues;
  /** Of an address that is none. */
  readonly 'bucket.not-an-address': NoValues;
  readonly 'bucket.keys-in-address': NoValues;
  readonly 'bucket.unknown-parameter': NoValues;
  readonly 'bucket.unknown-style': NoValues;
  readonly 'bucket.path-not-encoded': NoValues;
  readonly 'bucket.not-a-profile': NoValues;
  readonly 'bucket.not-a-name': NoValues;
  readonly 'bucket.not-a-region': NoValues;
  readonly 'bucket.not-a-path': NoValues;
  readonly 'bucket.no-host-style': NoValues;
  readonly 'bucket.not-a-store-address': NoValues;
  readonly 'bucket.store-address-with-path': NoValues;
};
