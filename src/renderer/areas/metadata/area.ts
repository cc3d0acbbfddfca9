import { t } from '@lingui/core/macro';
import type { Area } from '../../base/area.ts';
import { PLAIN_COMMAND } from '../../base/command.ts';
import { chooseTable, saveMetadata } from './metadata-state.ts';

/** What the area brings into the window. */
export const metadata = {
  commands: [
    {
      ...PLAIN_COMMAND,
      id: 'import-metadata',
      name: t`Import metadata from a table`,
      group: 'do',
      keywords: t`csv excel xlsx spreadsheet bulk tags`,
      needs: 'edit',
      perform: () => void chooseTable(),
    },
    {
      ...PLAIN_COMMAND,
      id: 'export-metadata-xlsx',
      name: t`Export metadata as an Excel file`,
      group: 'do',
      keywords: t`xlsx spreadsheet table all assets`,
      needs: 'edit',
      perform: () => void saveMetadata('xlsx'),
    },
    {
      ...PLAIN_COMMAND,
      id: 'export-metadata-csv',
      name: t`Export metadata as CSV`,
      group: 'do',
      keywords: t`spreadsheet table all assets`,
      needs: 'edit',
      perform: () => void saveMetadata('csv'),
    },
  ],
} as const satisfies Area;
