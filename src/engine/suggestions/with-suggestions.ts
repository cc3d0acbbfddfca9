import type { OpenAssets, WithAssets } from '../assets/with-assets.ts';
import type { TaggedLibrary } from './tagged-library.ts';

type Learning = { readonly tagged: TaggedLibrary };

/** A replica that learns from its tagged documents while it is being opened. */
export type OpenSuggestions = OpenAssets & Learning;

/** An open replica that learns from its tagged documents. */
export type WithSuggestions = WithAssets & Learning;
