import type { BasePorts } from './base/base-ports.ts';
import type { OpenSearch } from './search/search.ts';

/** Everything of the outside that the engine needs. */
export type EnginePorts = BasePorts & { readonly openSearch: OpenSearch };
