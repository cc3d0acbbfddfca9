import { t } from '@lingui/core/macro';
import { say } from '../../../words/say.ts';
import './document/marks.css';
import { Button } from '@mantine/core';
import { IconExternalLink, IconFileOff, IconFileUnknown } from '@tabler/icons-react';
import { useQuery } from '@tanstack/react-query';
import { lazy, Suspense, useEffect, useMemo } from 'react';
import type { Preview } from '../../../contract/assets.ts';
import { whyUnsearchable } from '../../../words/texts.ts';
import { orpc } from '../../base/engine-client.ts';
import { ErrorState } from '../../base/error-state.tsx';
import { useStore } from '../../base/store.ts';
import { EmptyState } from '../../ui/empty-state.tsx';
import { LoadingRows } from '../../ui/loading-rows.tsx';
import { AwayFile } from '../offline/away-file.tsx';
import type { ViewerProps } from './document/viewer-props.ts';
import type { FileActions } from './file-actions.ts';
import { CaptionsView } from './media/captions-view.tsx';
import { ImageView } from './media/image-view.tsx';
import { MediaView } from './media/media-view.tsx';
import classes from './reader.module.css';
import { SheetsView } from './sheets/sheets-view.tsx';
import { SlidesView } from './slides/slides-view.tsx';
import { htmlOfMarkdown } from './text/markdown.ts';
import { PageTextsView } from './text/page-texts-view.tsx';
import { PlainTextView } from './text/plain-text-view.tsx';
import { RichTextView } from './text/rich-text-view.tsx';
import type { PageText } from './text/use-first-match.ts';

const PdfView = lazy(async () => ({ default: (await import('./pdf/pdf-view.tsx')).PdfView }));

type Props = ViewerProps & {
  readonly title: string;
  readonly actions: FileActions;
};

/** The document itself: whether its bytes are here, then the viewer of its kind. */
export function DocumentView(props: Props) {
  const { version, model } = props;
  const file = useQuery(
    orpc.assets.checkFile.queryOptions({ input: { version: version.id }, staleTime: 0, gcTime: 0 }),
  );
  const state = useStore(model.state);
  if (file.isError) return <ErrorState error={file.error} onRetry={() => void file.refetch()} />;
  if (file.isPending) return <LoadingRows />;
  if (file.data.away === true) return <Away {...props} onHere={file.refetch} />;
  if (!file.data.present) {
    const { says } = file.data;
    const message = says === undefined ? t`The file isn’t on this device.` : say(says);
    return <Absent model={model} message={message} onRetry={() => void file.refetch()} />;
  }
  if (state.phase === 'failed') {
    return (
      <EmptyState
        icon={IconFileOff}
        title={t`This document can’t be shown`}
        text={state.problem}
        action={<OpenElsewhere {...props} />}
      />
    );
  }
  return (
    <Suspense fallback={<LoadingRows />}>
      <ByKind {...props} />
    </Suspense>
  );
}

/** The page list and the tools wait until the file is here: fetched from here, or come by itself meanwhile. */
function Away({ model, version, onHere }: Pick<Props, 'model' | 'version'> & { onHere: () => unknown }) {
  useEffect(() => {
    model.patch({ phase: 'failed', problem: t`The file is not on this device.` });
    return () => model.patch({ phase: 'loading', problem: null });
  }, [model]);
  const away = version.away === true;
  useEffect(() => {
    if (!away) void onHere();
  }, [away, onHere]);
  return <AwayFile version={version} onHere={onHere} />;
}

function Absent({
  model,
  message,
  onRetry,
}: Pick<Props, 'model'> & { message: string; onRetry: () => void }) {
  useEffect(() => model.patch({ phase: 'failed', problem: message }), [model, message]);
  return (
    <div role="alert">
      <EmptyState
        icon={IconFileOff}
        title={t`The file can’t be opened`}
        text={message}
        action={
          <Button
            onClick={() => {
              model.patch({ phase: 'loading', problem: null });
              onRetry();
            }}
          >{t`Look again`}</Button>
        }
      />
    </div>
  );
}

function OpenElsewhere({ actions }: Pick<Props, 'actions'>) {
  return (
    <Button leftSection={<IconExternalLink size={16} aria-hidden />} onClick={() => void actions.open()}>
      {actions.openLabel}
    </Button>
  );
}

function ByKind(props: Props) {
  switch (props.version.kind) {
    case 'pdf':
      return <PdfView {...props} />;
    case 'image':
      return <ImageView {...props} />;
    case 'video':
    case 'audio':
      return <MediaView {...props} />;
    default:
      return <Previewed {...props} />;
  }
}

function Previewed(props: Props) {
  const { version, model } = props;
  const input = { version: version.id };
  const preview = useQuery(orpc.assets.preview.queryOptions({ input }));
  const none = preview.data?.preview === 'none';
  const wanted = none ? version.text.state !== 'not' : version.pageCount > 1 && props.find?.kind === 'terms';
  const text = useQuery(orpc.assets.text.queryOptions({ input, enabled: preview.isSuccess && wanted }));
  const problem = preview.isError ? preview.error : null;
  useEffect(() => {
    if (problem !== null) model.patch({ pageCount: 1 });
  }, [problem, model]);
  if (problem !== null) return <ErrorState error={problem} onRetry={() => void preview.refetch()} />;
  if (preview.data === undefined || (wanted && text.isPending)) return <LoadingRows />;
  return <Drawn {...props} preview={preview.data} pages={text.data?.pages ?? noPages} />;
}

type Pages = readonly PageText[];
const noPages: Pages = [];

function Drawn(props: Props & { readonly preview: Preview; readonly pages: Pages }) {
  const { preview, version } = props;
  switch (preview.preview) {
    case 'slides':
      return <SlidesView {...props} preview={preview} />;
    case 'sheets':
      return <SheetsView {...props} sheets={preview.sheets} />;
    case 'html':
      return (
        <RichTextView
          {...props}
          html={preview.html}
          truncated={preview.truncated}
          labels={preview.labels}
          paper={version.kind === 'docx'}
        />
      );
    case 'markdown':
      return <Markdown {...props} markdown={preview.markdown} truncated={preview.truncated} />;
    case 'captions':
      return <CaptionsView {...props} cues={preview.cues} />;
    case 'text':
      return <PlainTextView {...props} text={preview.text} truncated={preview.truncated} />;
    case 'none':
      return (
        <NotDrawn
          {...props}
          message={preview.says === undefined ? whyUnsearchable(preview.reason) : say(preview.says)}
        />
      );
  }
}

type WithPages = Props & { readonly pages: Pages };

function Markdown(props: WithPages & { readonly markdown: string; readonly truncated: boolean }) {
  const html = useMemo(() => htmlOfMarkdown(props.markdown), [props.markdown]);
  return <RichTextView {...props} html={html} paper={false} />;
}

function NotDrawn(props: WithPages & { readonly message: string }) {
  const { pages, message, model } = props;
  const bare = pages.length === 0;
  useEffect(() => {
    if (bare) model.patch({ phase: 'ready', pageCount: 1, page: 1 });
  }, [bare, model]);
  if (!bare) return <PageTextsView {...props} reason={message} />;
  return (
    <div className={classes.notDrawn}>
      <EmptyState
        icon={IconFileUnknown}
        title={t`Kitbag can’t draw this document`}
        text={message}
        action={<OpenElsewhere {...props} />}
      />
    </div>
  );
}
