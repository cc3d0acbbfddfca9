// What this folder uses of csv-stringify, whose own declarations bring all of Node's types along; `paths` in tsconfig.json puts this file in their place.

/** Records as CSV (RFC 4180), each ending in the record delimiter. */
export declare function stringify(
  records: readonly (readonly (string | number | null)[])[],
  options: {
    readonly bom: boolean;
    readonly delimiter: string;
    readonly record_delimiter: string;
    /** A lone line feed or carriage return puts a cell in quotes, too. */
    readonly quote_record_delimiter: boolean;
    /** Puts a `'` before texts that a spreadsheet would run. */
    readonly escape_formulas: boolean;
    readonly cast: { readonly number: (value: number) => string };
  },
): string;
