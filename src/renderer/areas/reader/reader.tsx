import { t } from '@lingui/core/macro';
import { useNavigate } from '@tanstack/react-router';
import { useMemo, useRef } from 'react';
import type { VariantView } from '../../../contract/assets.ts';
import { useStore } from '../../base/store.ts';
import { type PageWords, pageWords } from '../../ui/page-words.ts';
import { Screen } from '../../ui/screen.tsx';
import { RatingBar } from '../ratings/rating-bar.tsx';
import { useRating } from '../ratings/use-rating.ts';
import { useTray } from '../tray/tray-state.ts';
import { BehindNote } from '../variants/behind-note.tsx';
import { LanguageTabs } from '../variants/language-tabs.tsx';
import { DetailsPane } from './details/details-pane.tsx';
import { usePlainCopy } from './document/use-plain-copy.ts';
import { useWheelZoom } from './document/use-wheel-zoom.ts';
import { DocumentView } from './document-view.tsx';
import { type FileActions, fileActions } from './file-actions.ts';
import { FindBar } from './find-bar.tsx';
import { HitBar } from './hit-bar.tsx';
import { PageList } from './page-list.tsx';
import { PaneDivider } from './pane-divider.tsx';
import classes from './reader.module.css';
import { ReaderNotes } from './reader-notes.tsx';
import { ReaderToolbar } from './reader-toolbar.tsx';
import { useFind } from './use-find.ts';
import { useFocusOnDocument } from './use-focus-on-document.ts';
import { useGuardedDocument } from './use-guarded-document.ts';
import { usePageInAddress } from './use-page-in-address.ts';
import { type Panes, usePanes } from './use-panes.ts';
import { usePresenting } from './use-presenting.ts';
import { type OpenAsset, useRecordViews } from './use-reader.ts';
import { useReaderKeys } from './use-reader-keys.ts';

/** What the tabs of languages show. */
const PANEL = 'edition';

type Props = OpenAsset & { readonly q: string | undefined; readonly page: number | undefined };

/** Opens other versions and language editions of an asset in its place. */
function useOpening(asset: OpenAsset['asset'], model: OpenAsset['model']) {
  const navigate = useNavigate();
  const openVersion = (id: string): void => {
    void navigate({
      to: '/asset/$assetId',
      params: { assetId: asset.id },
      search: id === asset.version.id ? {} : { version: id },
    });
  };
  const openEdition = (edition: VariantView): void => {
    const { page: read } = model.state.get();
    void navigate({
      to: '/asset/$assetId',
      params: { assetId: edition.asset },
      search: read > 1 && read <= edition.pageCount ? { page: read } : {},
      // Whoever goes back leaves the document, in whatever language it is read.
      replace: true,
    });
  };
  return { openVersion, openEdition };
}

type PagesProps = Pick<OpenAsset, 'model' | 'version'> & {
  readonly unit: PageWords;
  readonly panes: Panes;
  readonly actions: FileActions;
};

/** The list of pages at the left, as wide as it was made. */
function Pages({ model, version, unit, panes, actions }: PagesProps) {
  const tray = useTray();
  const picked = useMemo(
    () => new Set(tray.flatMap((one) => (one.version === version.id ? [one.page ?? 1] : []))),
    [tray, version.id],
  );
  return (
    <>
      <div className={classes.pages} style={{ width: panes.pagesWidth }}>
        <PageList {...{ model, unit, picked }} width={panes.pagesWidth} onPick={actions.pick} />
      </div>
      <PaneDivider
        label={t`Width of the page list`}
        width={panes.pagesWidth}
        side="left"
        onWidth={panes.setPagesWidth}
      />
    </>
  );
}

/** The reader of one version of an asset. */
export function Reader({ asset, version, model, q, page }: Props) {
  const state = useStore(model.state);
  const { openVersion, openEdition } = useOpening(asset, model);
  const commentField = useRef<HTMLInputElement>(null);
  const stage = useRef<HTMLDivElement>(null);
  const panes = usePanes(asset.id);
  const search = useFind(q);
  const presenting = usePresenting(stage, model, { assetId: asset.id, version });
  usePlainCopy(stage);
  useWheelZoom(stage, model);
  const rating = useRating(asset, version.id);
  const actions = useMemo(() => fileActions(asset.id, version), [asset.id, version]);
  const pages = pageWords(version);
  useRecordViews(asset.id, model);
  usePageInAddress(model, page);

  useReaderKeys({ model, rating, commentField, search, presenting, panes, actions, stage });

  useGuardedDocument(stage, actions);
  useFocusOnDocument(stage, state.phase === 'ready');

  const listed = state.pageCount > 1 && state.phase !== 'failed' && panes.pagesShown;
  return (
    <Screen title={asset.title} hideTitle fill ready={state.phase !== 'loading'}>
      <div className={classes.reader} data-details={panes.detailsShown || undefined}>
        <ReaderToolbar
          asset={asset}
          version={version}
          model={model}
          unit={pages}
          actions={actions}
          panes={panes}
          onFind={search.openBar}
          onPresent={presenting.start}
        />
        <LanguageTabs variants={asset.variants} reading={asset.id} panel={PANEL} onOpen={openEdition} />
        <div
          className={classes.middle}
          {...(asset.variants.length > 1 && { id: PANEL, role: 'tabpanel', 'aria-label': asset.title })}
        >
          {listed && <Pages {...{ model, version, panes, actions }} unit={pages} />}
          <div className={classes.center}>
            <ReaderNotes asset={asset} version={version} onOpenVersion={openVersion} page={state.page} />
            {version.id === asset.version.id && <BehindNote asset={asset} onOpen={openEdition} />}
            {search.barOpen ? (
              <FindBar model={model} text={search.text} onText={search.setText} onClose={search.closeBar} />
            ) : (
              <HitBar model={model} q={q} onClear={search.clearHit} shown={search.hitShown} unit={pages} />
            )}
            <div
              ref={stage}
              tabIndex={-1}
              className={classes.stage}
              data-presenting={presenting.on || undefined}
              data-testid="document"
            >
              <DocumentView
                version={version}
                model={model}
                // Whoever it is presented to has searched for nothing.
                find={presenting.on ? null : search.request}
                findsHidden={asset.can.findHidden}
                presenting={presenting.on}
                title={asset.title}
                actions={actions}
              />
            </div>
          </div>
          {panes.detailsShown && (
            <>
              <PaneDivider
                label={t`Width of the details`}
                width={panes.detailsWidth}
                side="right"
                onWidth={panes.setDetailsWidth}
              />
              <div className={classes.details} style={{ width: panes.detailsWidth }}>
                <DetailsPane asset={asset} version={version} onOpenVersion={openVersion} />
              </div>
            </>
          )}
        </div>
        {asset.can.rate && <RatingBar rating={rating} commentField={commentField} />}
      </div>
    </Screen>
  );
}
