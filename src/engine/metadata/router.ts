import type { Implementer } from '../base/implementer.ts';
import type { PathGrants } from '../publish/path-grants.ts';
import { exportMetadata, metadataRows } from './export-metadata.ts';
import { editByText, importMetadata } from './import-metadata.ts';
import { openTable } from './open-table.ts';
import type { WithMetadata } from './with-metadata.ts';

/** What is said of assets as a table, out and in. */
export function metadataRouter({ metadata }: Implementer, replica: () => WithMetadata, grants: PathGrants) {
  return {
    export: metadata.export.handler(({ input }) => exportMetadata(replica(), input)),
    rows: metadata.rows.handler(() => metadataRows(replica())),
    open: metadata.open.handler(({ input }) => openTable(replica(), grants, input.grant)),
    import: metadata.import.handler(({ input }) => importMetadata(replica(), input)),
    edit: metadata.edit.handler(({ input }) => editByText(replica(), input)),
  };
}
