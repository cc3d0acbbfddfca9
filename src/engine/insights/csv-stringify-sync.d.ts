// What this folder uses of csv-stringify. Its own declarations bring Node's types along, with which `node:fs` would
// compile here (test/layering); `paths` in tsconfig.json puts this file in their place.

export type Options = {
  readonly header?: boolean;
  readonly columns?: readonly string[];
  readonly bom?: boolean;
  readonly delimiter?: string;
  readonly escape_formulas?: boolean;
  readonly record_delimiter?: string;
  readonly quote_record_delimiter?: boolean;
};

export declare function stringify(rows: readonly object[], options?: Options): string;
