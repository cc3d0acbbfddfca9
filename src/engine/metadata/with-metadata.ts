import type { WithAssets } from '../assets/with-assets.ts';
import type { KitsHolding } from './export-metadata.ts';
import type { OpenTables } from './open-tables.ts';

/** An open replica with the tables that somebody chose to change assets by. */
export type WithMetadata = WithAssets & KitsHolding & { readonly tables: OpenTables };
