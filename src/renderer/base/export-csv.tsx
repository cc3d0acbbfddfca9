import { t } from '@lingui/core/macro';
import { ActionIcon, Button, Menu } from '@mantine/core';
import { notifications } from '@mantine/notifications';
import { IconCheck, IconChevronDown, IconDownload } from '@tabler/icons-react';
import { useState } from 'react';
import { SEPARATORS, type Separator, type TableId } from '../../contract/insights.ts';
import { say } from '../../words/say.ts';
import classes from '../ui/report.module.css';
import { engine } from './engine-client.ts';
import { SEPARATOR_WORDS, useSeparator } from './separator.ts';
import { showDone, showError } from './undo-toast.ts';

type Wanted = { readonly table: keyof typeof EXPORTS; readonly days: number };

async function exportTable({ table, days }: Wanted, separator: Separator): Promise<void> {
  const { fileName, text } = await engine.insights.csv({ table, period: { days }, separator });
  const outcome = await window.kitbag.saveText({ suggestedName: fileName, text });
  switch (outcome.status) {
    case 'saved':
      showSaved(outcome.fileName, outcome.saved);
      return;
    case 'failed':
      showError(say(outcome.says));
      return;
    case 'cancelled':
      return;
  }
}

function showSaved(fileName: string, saved: string): void {
  const show = () =>
    window.kitbag.showInFolder({ saved }).then((shown) => {
      if (shown.status !== 'done') showDone(say(shown.says));
    }, showError);
  notifications.show({
    color: 'teal',
    autoClose: 8_000,
    message: (
      <>
        {t`Saved as ${fileName}.`}{' '}
        <Button size="compact-sm" variant="light" onClick={() => void show()}>{t`Show in its folder`}</Button>
      </>
    ),
  });
}

/** The tables that the window exports, and what their buttons are called. */
const EXPORTS = {
  usefulness: t`Export assets by usefulness as CSV`,
  unused: t`Export unused assets as CSV`,
  stale: t`Export stale but hot assets as CSV`,
  coverage: t`Export coverage as CSV`,
  requests: t`Export requests as CSV`,
  unanswered: t`Export searches without an answer as CSV`,
  golden: t`Export golden queries as CSV`,
} satisfies Partial<Record<TableId, string>>;

/** Saves a table as CSV where the person chooses; beside it, what stands between its columns, which is remembered. */
export function ExportButton({ table, days }: Wanted) {
  const [busy, setBusy] = useState(false);
  const [separator, setSeparator] = useSeparator();
  return (
    <span className={classes.export}>
      <Button
        size="compact-sm"
        variant="subtle"
        color="gray"
        loading={busy}
        leftSection={<IconDownload size={14} aria-hidden />}
        aria-label={EXPORTS[table]}
        onClick={() => {
          setBusy(true);
          exportTable({ table, days }, separator)
            .catch(showError)
            .finally(() => setBusy(false));
        }}
      >{t`CSV`}</Button>
      <Menu position="bottom-end" withinPortal transitionProps={{ duration: 100 }}>
        <Menu.Target>
          <ActionIcon size="sm" aria-label={t`Separator of CSV files: ${SEPARATOR_WORDS[separator]}`}>
            <IconChevronDown size={14} aria-hidden />
          </ActionIcon>
        </Menu.Target>
        <Menu.Dropdown>
          <Menu.Label>{t`Separator of CSV files`}</Menu.Label>
          {SEPARATORS.map((one) => (
            <Menu.Item
              key={one}
              aria-current={one === separator}
              rightSection={one === separator ? <IconCheck size={14} aria-hidden /> : null}
              onClick={() => setSeparator(one)}
            >
              {SEPARATOR_WORDS[one]}
            </Menu.Item>
          ))}
        </Menu.Dropdown>
      </Menu>
    </span>
  );
}
