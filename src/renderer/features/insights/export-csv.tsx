import { Button } from '@mantine/core';
import { notifications } from '@mantine/notifications';
import { IconDownload } from '@tabler/icons-react';
import { useState } from 'react';
import type { SearchExport } from '../../../contract/golden.ts';
import type { ExportTable } from '../../../contract/insights.ts';
import { engine } from '../../app/engine-client.ts';
import { showDone, showError } from '../../ui/undo-toast.ts';

type AnyTable = ExportTable | SearchExport;

function load(table: AnyTable): Promise<{ fileName: string; text: string }> {
  return table === 'golden' || table === 'unanswered'
    ? engine.golden.csv({ table })
    : engine.insights.csv({ table });
}

async function exportTable(table: AnyTable): Promise<void> {
  const { fileName, text } = await load(table);
  const outcome = await window.kitbag.saveText({ suggestedName: fileName, text });
  switch (outcome.status) {
    case 'saved':
      showSaved(outcome.fileName, outcome.saved);
      return;
    case 'failed':
      showError(outcome.message);
      return;
    case 'cancelled':
      return;
  }
}

function showSaved(fileName: string, saved: string): void {
  const show = () =>
    window.kitbag.showInFolder({ saved }).then((shown) => {
      if (shown.status !== 'done') showDone(shown.message);
    }, showError);
  notifications.show({
    color: 'teal',
    autoClose: 8_000,
    message: (
      <>
        Saved as {fileName}.{' '}
        <Button size="compact-sm" variant="light" onClick={() => void show()}>
          Show in its folder
        </Button>
      </>
    ),
  });
}

/** Saves a table as CSV where the person chooses. */
export function ExportButton({ table, label }: { readonly table: AnyTable; readonly label: string }) {
  const [busy, setBusy] = useState(false);
  return (
    <Button
      size="compact-sm"
      variant="subtle"
      color="gray"
      loading={busy}
      leftSection={<IconDownload size={14} aria-hidden />}
      aria-label={`Export ${label} as CSV`}
      onClick={() => {
        setBusy(true);
        exportTable(table)
          .catch(showError)
          .finally(() => setBusy(false));
      }}
    >
      CSV
    </Button>
  );
}
