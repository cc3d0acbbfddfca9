import { bytesOfBase64 } from '../../../../src/shared/base64.ts';
import type { TempEngine } from '../../../support/temp-engine.ts';

type Exported = Parameters<TempEngine['client']['metadata']['export']>[0];

let files = 0;

/** Tables of an engine's assets, as somebody writes and chooses them. */
export function tablesOf(temp: TempEngine) {
  const { client } = temp;
  /** Opens a table by its bytes or its text. */
  const open = async (content: string | Uint8Array, ending = 'csv') => {
    files += 1;
    const path = temp.file(`table-${files}.${ending}`, content);
    return client.metadata.open({ grant: temp.engine.grantPaths([path]).grant });
  };
  return {
    open,
    /** Imports a table as it is taken by itself. */
    importTable: async (content: string | Uint8Array, ending = 'csv', dryRun = false) => {
      const { table } = await open(content, ending);
      return client.metadata.import({ table, dryRun });
    },
    exported: async (asked: Exported): Promise<Uint8Array> =>
      bytesOfBase64((await client.metadata.export(asked)).base64) ?? new Uint8Array(),
  };
}
