import { t } from '@lingui/core/macro';
import { ActionIcon, Tooltip } from '@mantine/core';
import { IconChevronLeft, IconChevronRight } from '@tabler/icons-react';
import { getRouteApi, Link, useNavigate } from '@tanstack/react-router';
import type { KitItemView } from '../../../contract/kits.ts';
import { performKey } from '../../ui/keys/perform-key.ts';
import { usePageKeys } from '../../ui/keys/use-page-keys.ts';
import styles from './kits.module.css';
import { useKit } from './use-kits.ts';

const route = getRouteApi('/asset/$assetId');

/** The bar where the address names a kit; nothing else. */
export function ReadAsPart({ asset }: { readonly asset: string }) {
  const { kit } = route.useSearch();
  return kit === undefined ? null : <KitBar kitId={kit} asset={asset} />;
}

type Props = { readonly kitId: string; readonly asset: string };

/** Above a document that is read as part of a kit: which one it is, and the ways to the next and the one before. */
function KitBar({ kitId, asset }: Props) {
  const kit = useKit(kitId).data;
  const navigate = useNavigate();
  const items = (kit?.contents ?? []).filter((item) => item.asset !== null);
  const at = items.findIndex((item) => item.asset?.id === asset);
  const open = (item: KitItemView | undefined): (() => void) | null => {
    if (item?.asset === undefined || item.asset === null) return null;
    const { id } = item.asset;
    const page = item.pages[0]?.[0];
    const version = item.version?.id;
    const search = {
      kit: kitId,
      ...(page !== undefined && { page }),
      ...(version !== undefined && { version }),
    };
    // In place: Back leads to where one came from, not through every document.
    return () => void navigate({ to: '/asset/$assetId', params: { assetId: id }, search, replace: true });
  };
  const next = open(items[at + 1]);
  const previous = at > 0 ? open(items[at - 1]) : null;
  useKeys(next, previous);
  if (kit === undefined || at < 0) return null;
  return (
    <nav className={styles.bar} aria-label={t`Kit`}>
      <Tooltip label={t`Previous document of the kit (P)`}>
        <ActionIcon
          aria-label={t`Previous document of the kit`}
          disabled={previous === null}
          onClick={previous ?? undefined}
        >
          <IconChevronLeft size={18} aria-hidden />
        </ActionIcon>
      </Tooltip>
      <span>{t`${{ at: at + 1 }} of ${{ count: items.length }}`}</span>
      <Tooltip label={t`Next document of the kit (N)`}>
        <ActionIcon
          aria-label={t`Next document of the kit`}
          disabled={next === null}
          onClick={next ?? undefined}
        >
          <IconChevronRight size={18} aria-hidden />
        </ActionIcon>
      </Tooltip>
      <Link className={styles.barName} to="/library/kits/$kitId" params={{ kitId }}>
        {kit.name}
      </Link>
      <span className={styles.quiet}>{items[at]?.why}</span>
    </nav>
  );
}

function useKeys(next: (() => void) | null, previous: (() => void) | null): void {
  usePageKeys((event) => {
    performKey(event, 'kitReading', { next, previous });
  });
}
