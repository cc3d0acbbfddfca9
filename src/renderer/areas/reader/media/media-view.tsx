import { t } from '@lingui/core/macro';
import { useQuery } from '@tanstack/react-query';
import { useEffect, useRef } from 'react';
import { orpc } from '../../../base/engine-client.ts';
import type { ViewerProps } from '../document/viewer-props.ts';
import { Captioned } from './captioned.tsx';
import classes from './media.module.css';
import { Player } from './player.tsx';

type Props = ViewerProps & { readonly title: string };

/** A video or a recording; where the library has its captions, with what is said in it. */
export function MediaView(props: Props) {
  const companion = useQuery(orpc.assets.companion.queryOptions({ input: { version: props.version.id } }));
  const captions = companion.data?.version.id;
  const preview = useQuery({
    ...orpc.assets.preview.queryOptions({ input: { version: captions ?? '' } }),
    enabled: captions !== undefined,
  });
  // That there is nothing to read beside it is no reason not to play it.
  if (preview.data?.preview !== 'captions' || preview.data.cues.length === 0) return <Alone {...props} />;
  return <Captioned {...props} recording={props.version} cues={preview.data.cues} />;
}

function Alone({ version, model, title }: Props) {
  const player = useRef<HTMLVideoElement & HTMLAudioElement>(null);
  useEffect(() => {
    model.controls.set({ goToPage: () => undefined });
    return () => model.controls.set(null);
  }, [model]);
  return (
    <div className={classes.media} data-reader-scroll>
      <Player
        version={version}
        title={title}
        player={player}
        onReady={() => model.patch({ phase: 'ready', pageCount: 1, page: 1 })}
        onFail={() =>
          model.patch({
            phase: 'failed',
            problem: t`This recording can’t be played here: its file is damaged or in a format that Kitbag can’t play. Open it in its default app, or save a copy.`,
          })
        }
      />
    </div>
  );
}
