import { useQuery } from '@tanstack/react-query';
import { useEffect, useMemo } from 'react';
import type { AssetDetail, AssetVersion } from '../../../contract/assets.ts';
import { orpc } from '../../base/engine-client.ts';
import { useStore } from '../../base/store.ts';
import { recordViewed } from '../gate/record-use.ts';
import { createDocumentModel, type DocumentModel } from './document/document-model.ts';
import { type FindRequest, hitRequest } from './document/find-text.ts';

/** The asset, the version that is read, and the model of the open document. */
export type OpenAsset = {
  readonly asset: AssetDetail;
  readonly version: AssetVersion;
  readonly model: DocumentModel;
};

const kindsInPages: ReadonlySet<AssetVersion['kind']> = new Set(['pdf', 'pptx', 'xlsx']);

/** Fetches an asset and makes the model of the version that is asked for; an unknown version is the current one. */
export function useOpenAsset(assetId: string, versionId: string | undefined, page: number) {
  const query = useQuery(orpc.assets.get.queryOptions({ input: { asset: assetId } }));
  const asset = query.data;
  const version = asset?.versions.find((one) => one.id === versionId) ?? asset?.version;
  const sha256 = version?.sha256;
  const paged = version !== undefined && kindsInPages.has(version.kind);
  // Running text is drawn in one piece, however many pages it was indexed as.
  const pageCount = paged ? version.pageCount : 1;
  // A model belongs to one document; the page counts only when it is opened.
  // biome-ignore lint/correctness/useExhaustiveDependencies: see above
  const model = useMemo(() => createDocumentModel(page, pageCount), [assetId, sha256]);
  const open: OpenAsset | null =
    asset === undefined || version === undefined ? null : { asset, version, model };
  return { query, open };
}

/** What a hit marks: the words that the engine looked for, spelling mended. Operators restrict, and are no words to mark. */
export function useHitWords(q: string | undefined): FindRequest | null {
  const words = q?.trim() ?? '';
  const found = useQuery(
    orpc.search.find.queryOptions({ input: { query: words, limit: 50 }, enabled: words !== '' }),
  );
  return useMemo(() => (found.data === undefined ? null : hitRequest(found.data)), [found.data]);
}

const dwell = 1000;

/** Tells the engine which pages were read: once a page and opening, after a second on it. */
export function useRecordViews(asset: string, model: DocumentModel): void {
  const { phase, page } = useStore(model.state);
  const seen = useMemo(() => ({ model, pages: new Set<number>() }), [model]);
  useEffect(() => {
    if (phase !== 'ready' || seen.pages.has(page)) return;
    const timer = setTimeout(() => {
      seen.pages.add(page);
      void recordViewed(asset, page);
    }, dwell);
    return () => clearTimeout(timer);
  }, [asset, phase, page, seen]);
}
