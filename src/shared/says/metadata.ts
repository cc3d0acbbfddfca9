import type { NoValues } from './says.ts';
import type { ToldField } from './told-field.ts';

type InField = { readonly field: ToldField };
type Typed = InField & { readonly text: string };

/** What is said of assets as a table: why a file, a column, a row or a cell does not fit. */
export type MetadataSays = {
  /** The file can't be read as a table. `reason`: as a code. */
  readonly 'metadata.no-table': { readonly fileName: string };
  readonly 'metadata.table-too-large': { readonly fileName: string };
  readonly 'metadata.empty-table': { readonly fileName: string };
  /** It was opened too long ago, or before the engine started again. */
  readonly 'metadata.table-gone': NoValues;
  readonly 'metadata.names-no-assets': NoValues;
  readonly 'metadata.says-nothing': NoValues;
  readonly 'metadata.field-twice': InField;
  /** Only fields with several values are added to. */
  readonly 'metadata.one-value': InField;
  readonly 'metadata.no-field': { readonly name: string };
  readonly 'metadata.unknown-value': Typed;
  readonly 'metadata.several-meant': Typed;
  readonly 'metadata.no-day': Typed;
  readonly 'metadata.unclear-day': Typed;
  readonly 'metadata.too-long': InField & { readonly most: number };
  readonly 'metadata.needed': InField;
  readonly 'metadata.row-names-nothing': NoValues;
  readonly 'metadata.no-asset': { readonly id: string };
  readonly 'metadata.no-file': { readonly fileName: string };
  readonly 'metadata.several-files': { readonly fileName: string; readonly count: number };
  readonly 'metadata.row-again': { readonly row: number };
};
