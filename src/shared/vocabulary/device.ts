/** What a device keeps, and where. */

/** The two journals of a device: everybody pulls `catalog`; marketers' and leads' devices pull `activity` too. */
export const STREAMS = ['catalog', 'activity'] as const;
export type Stream = (typeof STREAMS)[number];

/** Where the device's private key is: in a file both window and command line can use the replica, in the keyring only the window can. */
export const KEY_HOMES = ['keyring', 'file'] as const;
export type KeyHome = (typeof KEY_HOMES)[number];
