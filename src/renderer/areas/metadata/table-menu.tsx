import { plural, t } from '@lingui/core/macro';
import { Menu } from '@mantine/core';
import { IconFileSpreadsheet, IconTable, IconTableExport, IconTableImport } from '@tabler/icons-react';
import type { TableFormat } from '../../../shared/vocabulary/metadata.ts';
import { showError } from '../../base/undo-toast.ts';
import { useSession } from '../../base/use-session.ts';
import { IconButton } from '../../ui/icon-button.tsx';
import { chooseTable, saveMetadata } from './metadata-state.ts';

type Props = {
  /** What is shown, to be exported by itself; absent where that is everything. */
  readonly shown?: { readonly count: number; readonly ids: () => Promise<readonly string[]> } | undefined;
};

/** Metadata as a table, out and in. */
export function TableMenu({ shown }: Props) {
  const { can } = useSession();
  if (!can.edit) return null;
  const saveShown = (format: TableFormat): void => {
    void shown?.ids().then((ids) => saveMetadata(format, ids), showError);
  };
  return (
    <Menu position="bottom-end" withinPortal transitionProps={{ duration: 100 }}>
      <Menu.Target>
        <IconButton aria-label={t`Metadata as a table`} title={t`Metadata as a table`}>
          <IconTable size={18} aria-hidden />
        </IconButton>
      </Menu.Target>
      <Menu.Dropdown>
        <Menu.Item leftSection={<IconTableImport size={16} aria-hidden />} onClick={() => void chooseTable()}>
          {t`Import metadata…`}
        </Menu.Item>
        {shown !== undefined && shown.count > 0 && (
          <>
            <Menu.Divider />
            <Menu.Label>
              {plural(shown.count, { one: 'Export this asset', other: 'Export these # assets' })}
            </Menu.Label>
            <Formats save={saveShown} />
          </>
        )}
        <Menu.Divider />
        <Menu.Label>{t`Export all assets`}</Menu.Label>
        <Formats save={(format) => void saveMetadata(format)} />
      </Menu.Dropdown>
    </Menu>
  );
}

function Formats({ save }: { readonly save: (format: TableFormat) => void }) {
  return (
    <>
      <Menu.Item
        leftSection={<IconFileSpreadsheet size={16} aria-hidden />}
        onClick={() => save('xlsx')}
      >{t`As an Excel file (XLSX)`}</Menu.Item>
      <Menu.Item
        leftSection={<IconTableExport size={16} aria-hidden />}
        onClick={() => save('csv')}
      >{t`As CSV`}</Menu.Item>
    </>
  );
}
