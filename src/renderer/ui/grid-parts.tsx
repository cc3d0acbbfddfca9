import type { HTMLAttributes, Ref } from 'react';

/**
 * The roles of a table that draws only the rows in view. Its elements can't be <table> and <tr>: those lay themselves out by all
 * their rows. One place for the roles, so that every such table is announced alike.
 */

type Part = HTMLAttributes<HTMLDivElement> & { readonly ref?: Ref<HTMLDivElement> };

/** A table whose cells the keyboard walks: it has the focus itself and names its active cell. */
export function GridTable(props: Part) {
  // biome-ignore lint/a11y/useSemanticElements: see above
  return <div role="grid" tabIndex={0} {...props} />;
}

/** A table to read. */
export function ReadTable(props: Part) {
  // biome-ignore lint/a11y/useSemanticElements: see above
  return <div role="table" {...props} />;
}

/** Head or body of a table. */
export function GridGroup(props: Part) {
  // biome-ignore lint/a11y/useSemanticElements: see above
  return <div role="rowgroup" {...props} />;
}

/** A row. */
export function GridRow(props: Part) {
  // biome-ignore lint/a11y/useSemanticElements: see above
  // biome-ignore lint/a11y/useFocusableInteractive: the table has the focus
  return <div role="row" {...props} />;
}

/** A cell of a table that the keyboard walks. */
export function GridCell(props: Part) {
  // biome-ignore lint/a11y/useSemanticElements: see above
  // biome-ignore lint/a11y/useFocusableInteractive: the table has the focus
  return <div role="gridcell" {...props} />;
}

/** A cell of a table to read. */
export function ReadCell(props: Part) {
  // biome-ignore lint/a11y/useSemanticElements: see above
  return <div role="cell" {...props} />;
}

/** The heading of a column. */
export function ColumnHeading(props: Part) {
  // biome-ignore lint/a11y/useSemanticElements: see above
  // biome-ignore lint/a11y/useFocusableInteractive: its button has the focus
  return <div role="columnheader" {...props} />;
}
