import { t } from '@lingui/core/macro';
import { Button } from '@mantine/core';
import { useQuery } from '@tanstack/react-query';
import { getRouteApi, useNavigate } from '@tanstack/react-router';
import { useEffect } from 'react';
import type { Comparison } from '../../../contract/compare.ts';
import { orpc } from '../../base/engine-client.ts';
import { ErrorState } from '../../base/error-state.tsx';
import { formatNumber } from '../../ui/format.ts';
import { KeyCaps } from '../../ui/keys/key-caps.tsx';
import { LoadingRows } from '../../ui/loading-rows.tsx';
import { Screen } from '../../ui/screen.tsx';
import styles from './compare.module.css';
import { summaryLine } from './compare-words.ts';
import { PagePanes } from './page-panes.tsx';
import { PageStrip } from './page-strip.tsx';
import { useCompareKeys } from './use-compare-keys.ts';
import { useComparison } from './use-comparison.ts';
import { seeNewVersions, useNewVersions } from './use-new-versions.ts';
import { VersionPair } from './version-pair.tsx';

const route = getRouteApi('/asset/$assetId/compare');

/** Two versions of an asset side by side, what changed first. */
export function CompareScreen() {
  const { assetId } = route.useParams();
  const { from, to } = route.useSearch();
  const { query, progress, pages, changes, at, select } = useComparison({ asset: assetId, from, to });
  const leave = useCompareKeys({ at, changes, select });
  const { data } = query;
  useKnown(data);
  if (query.isError) {
    return (
      <Screen title={t`Compare versions`} ready>
        <ErrorState error={query.error} onRetry={() => void query.refetch()} />
        <Button variant="default" onClick={leave}>{t`Back`}</Button>
      </Screen>
    );
  }
  if (data === undefined) {
    return (
      <Screen title={t`Compare versions`} ready={false}>
        <p role="status" className={styles.quiet}>
          {progress === undefined
            ? t`Comparing the pages of both versions…`
            : t`Compared ${{ done: formatNumber(progress.done) }} of ${{ total: formatNumber(progress.total) }} pages…`}{' '}
          <Button size="compact-sm" variant="default" onClick={leave}>{t`Cancel`}</Button>
        </p>
        <LoadingRows count={4} picture />
      </Screen>
    );
  }
  const page = pages[at];
  return (
    <Screen title={t`What changed in ‘${{ title: data.asset.title }}’`} fill ready>
      <div className={styles.screen}>
        <Head comparison={data} changes={changes} />
        <div className={styles.desk}>
          <PageStrip comparison={data} pages={pages} changes={changes} at={at} onSelect={select} />
          {page === undefined ? null : <PagePanes key={page.key} comparison={data} page={page} />}
        </div>
      </div>
    </Screen>
  );
}

/** Who has seen what changed up to now needs not be told of it. */
function useKnown(comparison: Comparison | undefined): void {
  const isNews = useNewVersions().news.some(({ asset }) => asset.id === comparison?.asset.id);
  const asset = comparison?.asset.id;
  useEffect(() => {
    if (isNews && asset !== undefined) seeNewVersions([asset]);
  }, [isNews, asset]);
}

/** Which versions are compared, what the publisher said of the later one, and what changed in all. */
function Head({ comparison, changes }: { readonly comparison: Comparison; readonly changes: number }) {
  const { to } = comparison;
  return (
    <div className={styles.head}>
      <Versions comparison={comparison} />
      <p className={styles.summary} role="status">
        {summaryLine(comparison, changes)}
      </p>
      {changes > 0 && (
        <p className={styles.quiet}>
          <KeyCaps keys="n" /> {t`next change`} · <KeyCaps keys="p" /> {t`previous change`} ·{' '}
          <KeyCaps keys="Escape" /> {t`back`}
        </p>
      )}
      {to.note !== undefined && (
        <p className={styles.note}>
          <strong>{t`What changed`}</strong>{' '}
          {to.restored === undefined ? to.note : t`Version ${{ restored: to.restored }} restored`}
        </p>
      )}
    </div>
  );
}

function Versions({ comparison: { asset, from, to } }: { readonly comparison: Comparison }) {
  const navigate = useNavigate();
  const known = useQuery(orpc.assets.get.queryOptions({ input: { asset: asset.id } })).data;
  const show = (chosen: { readonly from: string; readonly to: string }): void => {
    void navigate({
      to: '/asset/$assetId/compare',
      params: { assetId: asset.id },
      search: chosen,
      replace: true,
    });
  };
  return (
    <VersionPair
      versions={known?.versions ?? [to, from]}
      current={known?.version.id ?? to.id}
      from={from.id}
      to={to.id}
      onChoose={show}
    />
  );
}
