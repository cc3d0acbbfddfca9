import type { BucketLocation } from '../../../../shared/hub-location.ts';
import { createStore } from '../../../base/store.ts';

/** The bucket that somebody is asked for, with what is known of it; null where nobody is. Outside React: an *Undo* may ask on any screen. */
export const askedBucket = createStore<{ readonly location?: BucketLocation } | null>(null);

/** Asks for a bucket and its keys, over whatever screen. */
export function askForBucket(location?: BucketLocation): void {
  askedBucket.set(location === undefined ? {} : { location });
}
