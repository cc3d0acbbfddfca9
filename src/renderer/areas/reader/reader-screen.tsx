import { t } from '@lingui/core/macro';
import { getRouteApi } from '@tanstack/react-router';
import { ErrorState } from '../../base/error-state.tsx';
import { LoadingRows } from '../../ui/loading-rows.tsx';
import { Screen } from '../../ui/screen.tsx';
import { Reader } from './reader.tsx';
import { useOpenAsset } from './use-reader.ts';

const route = getRouteApi('/asset/$assetId');

/** An asset to be read: its pages, the document, what it is for, and whether it was useful. */
export function ReaderScreen() {
  const { assetId } = route.useParams();
  const { page, q, version } = route.useSearch();
  const { query, open } = useOpenAsset(assetId, version, page ?? 1);
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
