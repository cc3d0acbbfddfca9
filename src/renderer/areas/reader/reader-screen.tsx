import { t } from '@lingui/core/macro';
import { getRouteApi, useNavigate } from '@tanstack/react-router';
import { useEffect } from 'react';
import { ErrorState } from '../../base/error-state.tsx';
import { LoadingRows } from '../../ui/loading-rows.tsx';
import { Screen } from '../../ui/screen.tsx';
import { Reader } from './reader.tsx';
import { useOpenAsset } from './use-reader.ts';

const route = getRouteApi('/asset/$assetId');

/** Where an address names an asset that was merged, it becomes that of the one that is kept. */
function useKeptAddress(assetId: string, kept: string | undefined): void {
  const navigate = useNavigate({ from: '/asset/$assetId' });
  useEffect(() => {
    if (kept === undefined || kept === assetId) return;
    void navigate({ to: '.', params: { assetId: kept }, search: (search) => search, replace: true });
  }, [assetId, kept, navigate]);
}

/** An asset to be read: its pages, the document, what it is for, and whether it was useful. */
export function ReaderScreen() {
  const { assetId } = route.useParams();
  const { page, q, version } = route.useSearch();
  const { query, open } = useOpenAsset(assetId, version, page ?? 1);
  useKeptAddress(assetId, open?.asset.id);
  if (query.isError && open === null) {
    return (
      <Screen title={t`Reader`} hideTitle ready>
        <ErrorState error={query.error} onRetry={() => void query.refetch()} />
      </Screen>
    );
  }
  if (open === null) {
    return (
      <Screen title={t`Reader`} hideTitle ready={false}>
        <LoadingRows />
      </Screen>
    );
  }
  return <Reader key={`${assetId}/${open.version.id}`} {...open} q={q} page={page} />;
}
