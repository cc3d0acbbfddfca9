import { t } from '@lingui/core/macro';
import { ActionIcon, Button, Tooltip } from '@mantine/core';
import {
  IconArrowLeft,
  IconBooks,
  IconCopy,
  IconDeviceFloppy,
  IconExternalLink,
  IconFileSearch,
  IconGripVertical,
  IconLayoutSidebar,
  IconLayoutSidebarRight,
  IconMailForward,
  IconPresentation,
  IconStack2,
} from '@tabler/icons-react';
import { useRouter } from '@tanstack/react-router';
import type { AssetDetail, AssetVersion } from '../../../contract/assets.ts';
import { useStore } from '../../base/store.ts';
import type { PageWords } from '../../ui/page-words.ts';
import { PinButton } from '../finding/pins/pin-button.tsx';
import { toAdd } from '../kits/kit-dialogs-state.ts';
import { KeepButton } from '../offline/keep-button.tsx';
import { MoreLikeButton } from '../search/like/more-like-button.tsx';
import type { DocumentModel } from './document/document-model.ts';
import type { FileActions } from './file-actions.ts';
import classes from './reader.module.css';
import type { Panes } from './use-panes.ts';
import { PageControl, ZoomControl } from './view-controls.tsx';

type Props = {
  readonly asset: AssetDetail;
  readonly version: AssetVersion;
  readonly model: DocumentModel;
  readonly unit: PageWords;
  readonly actions: FileActions;
  readonly panes: Panes;
  readonly onFind: () => void;
  readonly onPresent: () => void;
};

/** Above the document: where one is, how it is shown, and what can be done with the file. */
export function ReaderToolbar(props: Props) {
  const { asset, model, unit, panes, onFind } = props;
  const { canFind, pageCount } = useStore(model.state);
  const router = useRouter();
  const back = (): void => {
    if (router.history.canGoBack()) router.history.back();
    else void router.navigate({ to: '/library' });
  };
  return (
    <div className={classes.toolbar} role="toolbar" aria-label={t`Document`}>
      <Tooltip label={t`Back (Esc)`}>
        <ActionIcon aria-label={t`Back`} onClick={back}>
          <IconArrowLeft size={18} aria-hidden />
        </ActionIcon>
      </Tooltip>
      {pageCount > 1 && (
        <Tooltip label={panes.pagesShown ? t`Hide the page list` : t`Show the page list`}>
          <ActionIcon aria-label={t`Page list`} aria-pressed={panes.pagesShown} onClick={panes.togglePages}>
            <IconLayoutSidebar size={18} aria-hidden />
          </ActionIcon>
        </Tooltip>
      )}
      <span className={classes.title} title={asset.title} aria-hidden="true">
        {asset.title}
      </span>
      <PageControl model={model} unit={unit} />
      <ZoomControl model={model} />
      {canFind && (
        <Tooltip label={t`Find in document (Ctrl+F)`}>
          <ActionIcon aria-label={t`Find in document`} onClick={onFind}>
            <IconFileSearch size={18} aria-hidden />
          </ActionIcon>
        </Tooltip>
      )}
      <FileButtons {...props} />
      <PinButton asset={asset} />
      <KeepButton asset={asset} />
      <AddToKit asset={asset} model={model} />
      <MoreLikeButton
        asset={asset.id}
        page={() => (pageCount > 1 ? model.state.get().page : undefined)}
        label={pageCount > 1 ? unit.moreLikeThis : t`More like this`}
      />
      <Tooltip label={panes.detailsShown ? t`Hide the details` : t`Show the details`}>
        <ActionIcon aria-label={t`Details`} aria-pressed={panes.detailsShown} onClick={panes.toggleDetails}>
          <IconLayoutSidebarRight size={18} aria-hidden />
        </ActionIcon>
      </Tooltip>
    </div>
  );
}

function FileButtons({ version, model, actions, onPresent }: Props) {
  const { phase } = useStore(model.state);
  const failed = phase === 'failed';
  return (
    <span className={classes.group} data-file>
      <Tooltip label={t`Present (F5)`}>
        <ActionIcon aria-label={t`Present`} disabled={phase !== 'ready'} onClick={onPresent}>
          <IconPresentation size={18} aria-hidden />
        </ActionIcon>
      </Tooltip>
      <Tooltip label={t`Send (S)`}>
        <ActionIcon aria-label={t`Send`} onClick={actions.send}>
          <IconMailForward size={18} aria-hidden />
        </ActionIcon>
      </Tooltip>
      <Tooltip label={t`Page into the tray, or out of it (T)`}>
        <ActionIcon aria-label={t`Into the tray`} onClick={() => actions.pick(model.state.get().page)}>
          <IconStack2 size={18} aria-hidden />
        </ActionIcon>
      </Tooltip>
      <Tooltip label={t`Copy the file (Ctrl+C)`}>
        <ActionIcon aria-label={t`Copy`} onClick={() => void actions.copy()}>
          <IconCopy size={18} aria-hidden />
        </ActionIcon>
      </Tooltip>
      <Tooltip label={t`Save a copy (Ctrl+S)`}>
        <ActionIcon aria-label={t`Save a copy`} onClick={() => void actions.save()}>
          <IconDeviceFloppy size={18} aria-hidden />
        </ActionIcon>
      </Tooltip>
      <Tooltip label={actions.openLabel}>
        <Button
          size="compact-sm"
          variant={failed && version.away !== true ? 'filled' : 'light'}
          className={classes.openButton}
          aria-label={actions.openLabel}
          leftSection={<IconExternalLink size={16} aria-hidden />}
          onClick={() => void actions.open()}
        >
          <span className={classes.openWords}>{actions.openLabel}</span>
        </Button>
      </Tooltip>
      <Tooltip label={t`Drag the file out of Kitbag`}>
        <span
          className={classes.grip}
          draggable
          onDragStart={actions.drag}
          role="img"
          aria-label={t`Drag ${{ fileName: version.fileName }} out of Kitbag`}
        >
          <IconGripVertical size={18} aria-hidden />
        </span>
      </Tooltip>
    </span>
  );
}

/** The document, or the page that is read, into a kit. */
function AddToKit({ asset, model }: Pick<Props, 'asset' | 'model'>) {
  const { pageCount } = useStore(model.state);
  return (
    <Tooltip label={t`Add to kit`}>
      <ActionIcon
        aria-label={t`Add to kit`}
        onClick={() =>
          toAdd.set({
            ...{ assets: [asset.id], title: asset.title },
            ...(pageCount > 1 && { page: model.state.get().page }),
          })
        }
      >
        <IconBooks size={18} aria-hidden />
      </ActionIcon>
    </Tooltip>
  );
}
