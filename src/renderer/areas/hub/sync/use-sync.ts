import { t } from '@lingui/core/macro';
import { useMutation, useQuery, useQueryClient } from '@tanstack/react-query';
import type { AskedPlace, HubState } from '../../../../contract/hub.ts';
import type { HubLocation } from '../../../../shared/hub-location.ts';
import { engine, orpc } from '../../../base/engine-client.ts';
import { showDone, showError, showUndo } from '../../../base/undo-toast.ts';
import { choosePlace } from '../place/choose-place.ts';
import { askForBucket } from './asked-bucket.ts';

/** Where this replica stands with its hub, kept current. */
export function useHubState() {
  return useQuery(orpc.hub.state.queryOptions());
}

/** Whether the hub is on this device only; also while the engine has not answered. */
export function useIsPrivate(): boolean {
  const { data } = useHubState();
  return data === undefined || data.state === 'private';
}

/** What one can do about the exchange. */
export function useSync() {
  const client = useQueryClient();
  const shown = (state: HubState): void => {
    client.setQueryData(orpc.hub.state.queryKey(), state);
  };
  const exchange = useMutation({
    mutationFn: () => engine.hub.exchange(),
    onSuccess: shown,
    onError: showError,
  });
  /** The folder has moved: asks where it is now. */
  const move = useMutation({
    mutationFn: async (_: undefined) => {
      const place = await choosePlace();
      return place === null ? null : engine.hub.move({ grant: place.grant });
    },
    onSuccess: (state) => {
      if (state === null) return;
      shown(state);
      showDone(t`The hub now syncs from its new folder.`);
    },
    onError: showError,
  });
  /** The hub is in a bucket, or its keys are others: refused, it stays where it was. */
  const connect = useMutation({
    mutationFn: async (asked: AskedPlace) => {
      const { grant } = await engine.hub.look(asked);
      return engine.hub.move({ grant });
    },
    onSuccess: (state) => {
      shown(state);
      showDone(t`The hub now syncs from there.`);
    },
  });
  const disconnect = useMutation({
    mutationFn: (_before: HubLocation | undefined) => engine.hub.disconnect(),
    onSuccess: (state, before) => {
      shown(state);
      showUndo({
        message: t`Syncing has stopped. Everything here stays.`,
        // Its keys were forgotten with it: they are asked for again.
        undo: () => (before?.kind === 'bucket' ? askForBucket(before) : move.mutate(undefined)),
      });
    },
    onError: showError,
  });
  return { exchange, move, connect, disconnect };
}
