import { useQuery } from '@tanstack/react-query';
import { orpc } from '../../../base/engine-client.ts';
import type { ViewerProps } from '../document/viewer-props.ts';
import { Captioned, type Cue } from './captioned.tsx';

/** Captions; where the library has the recording that they belong to, below it. */
export function CaptionsView(props: ViewerProps & { readonly title: string; readonly cues: readonly Cue[] }) {
  const companion = useQuery(orpc.assets.companion.queryOptions({ input: { version: props.version.id } }));
  const recording = companion.data?.version;
  return <Captioned {...props} recording={recording?.away === true ? undefined : recording} />;
}
