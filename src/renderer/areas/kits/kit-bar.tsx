import { t } from '@lingui/core/macro';
import { getRouteApi, Link, useNavigate } from '@tanstack/react-router';
import type { KitItemView } from '../../../contract/kits.ts';
import { SequenceBar } from '../../ui/sequence-bar.tsx';
import { useKit } from './use-kits.ts';

const route = getRouteApi('/asset/$assetId');

/** The bar where the address names a kit; nothing else. */
export function ReadAsPart({ asset }: { readonly asset: string }) {
  const { kit } = route.useSearch();
  return kit === undefined ? null : <KitBar kitId={kit} asset={asset} />;
}

type Props = { readonly kitId: string; readonly asset: string };

/** Above a document that is read as part of a kit. */
function KitBar({ kitId, asset }: Props) {
  const kit = useKit(kitId).data;
  const navigate = useNavigate();
  const items = (kit?.contents ?? []).filter((item) => item.asset !== null);
  const at = items.findIndex((item) => item.asset?.id === asset || item.inKit?.asset === asset);
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
  if (kit === undefined || at < 0) return null;
  return (
    <SequenceBar
      label={t`Kit`}
      at={at}
      count={items.length}
      next={open(items[at + 1])}
      previous={at > 0 ? open(items[at - 1]) : null}
      about={items[at]?.why ?? ''}
    >
      <Link to="/library/kits/$kitId" params={{ kitId }}>
        {kit.name}
      </Link>
    </SequenceBar>
  );
}
