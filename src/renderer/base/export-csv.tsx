import { t } from '@lingui/core/macro';
import { ActionIcon, Button, Menu } from '@mantine/core';
import { IconCheck, IconChevronDown, IconDownload } from '@tabler/icons-react';
import { useState } from 'react';
import { type Axes, SEPARATORS, type Separator, type TableId } from '../../contract/insights.ts';
import classes from '../ui/report.module.css';
import { engine } from './engine-client.ts';
import { tellSaved } from './saved-toast.tsx';
import { SEPARATOR_WORDS, useSeparator } from './separator.ts';
import { showError } from './undo-toast.ts';

type Wanted = {
  readonly table: keyof typeof EXPORTS;
  readonly days: number;
  /** Of coverage: its two lists. */
  readonly axes?: Axes;
};

async function exportTable({ table, days, axes }: Wanted, separator: Separator): Promise<void> {
  const { fileName, text } = await engine.insights.csv({
    table,
    period: { days },
    separator,
    ...(axes && { axes }),
  });
  const outcome = await window.kitbag.saveText({ suggestedName: fileName, text });
  tellSaved(outcome);
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
export function ExportButton({ table, days, axes }: Wanted) {
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
          exportTable({ table, days, ...(axes && { axes }) }, separator)
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
