import type { AssetAttribute } from '../vocabulary/asset-attributes.ts';
import type { KitField } from '../vocabulary/kits.ts';

/** A field as sentences tell it: an attribute, or a dimension by its name, which no vocabulary of the program has. */
export type ToldField = AssetAttribute | { readonly dimension: string };

/** The same of a kit. */
export type ToldKitField = KitField | { readonly dimension: string };
