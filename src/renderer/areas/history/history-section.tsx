import { t } from '@lingui/core/macro';
import { Button } from '@mantine/core';
import type { ReactNode } from 'react';
import { z } from 'zod';
import { ErrorState } from '../../base/error-state.tsx';
import { useRemembered } from '../../base/remembered.ts';
import { LoadingRows } from '../../ui/loading-rows.tsx';
import classes from './history.module.css';
import { HistoryList } from './history-list.tsx';
import { useAssetHistory, useKitHistory, useRequestHistory, useRestore } from './use-history.ts';

/** Who changed what of an asset, and what can be brought back; folded until it is looked at. */
export function AssetHistory({ asset }: { readonly asset: string }) {
  const [open, setOpen] = useRemembered('history-open', z.boolean(), false);
  const history = useAssetHistory(asset, open);
  const restore = useRestore(asset);
  return (
    <HistoryFold open={open} onOpen={setOpen} history={history}>
      {history.data ? (
        <HistoryList
          entries={history.data.entries}
          {...(history.data.canRestore && { onRestore: restore })}
        />
      ) : null}
    </HistoryFold>
  );
}

/** Who did what to a request. */
export function RequestHistory({ request }: { readonly request: string }) {
  const [open, setOpen] = useRemembered('history-open', z.boolean(), false);
  const history = useRequestHistory(request, open);
  return (
    <HistoryFold open={open} onOpen={setOpen} history={history}>
      {history.data ? <HistoryList entries={history.data.entries} /> : null}
    </HistoryFold>
  );
}

/** Who changed what of a kit. */
export function KitHistory({ kit }: { readonly kit: string }) {
  const [open, setOpen] = useRemembered('history-open', z.boolean(), false);
  const history = useKitHistory(kit, open);
  return (
    <HistoryFold open={open} onOpen={setOpen} history={history}>
      {history.data ? <HistoryList entries={history.data.entries} /> : null}
    </HistoryFold>
  );
}

type FoldProps = {
  readonly open: boolean;
  readonly onOpen: (open: boolean) => void;
  readonly history: {
    readonly isError: boolean;
    readonly error: unknown;
    readonly data: unknown;
    readonly refetch: () => unknown;
  };
  readonly children: ReactNode;
};

function HistoryFold({ open, onOpen, history, children }: FoldProps) {
  return (
    <section className={classes.history} aria-label={t`History`}>
      <h2 className={classes.heading}>
        <span>{t`History`}</span>
        <Button
          size="compact-xs"
          variant="subtle"
          color="gray"
          aria-expanded={open}
          onClick={() => onOpen(!open)}
        >
          {open ? t`Hide history` : t`Show history`}
        </Button>
      </h2>
      {open && history.isError ? (
        <ErrorState error={history.error} onRetry={() => void history.refetch()} />
      ) : null}
      {open && !history.isError && history.data === undefined ? <LoadingRows count={2} /> : null}
      {open ? children : null}
    </section>
  );
}
