import { t } from '@lingui/core/macro';
import { useQuery } from '@tanstack/react-query';
import { useCallback, useRef, useState } from 'react';
import type { AssetVersion } from '../../../contract/assets.ts';
import { sentences } from '../../../words/sentence.ts';
import { engine, orpc } from '../../base/engine-client.ts';
import { showError, showUndo } from '../../base/undo-toast.ts';
import { describeError, isCancelled } from '../../base/wire-error.ts';
import { removedSoon } from './use-offline-policy.ts';

/** What is kept on this device, kept current. */
export function useOffline() {
  return useQuery(orpc.offline.get.queryOptions());
}

/** Whether the file of an asset stays on this device whatever the policy says. */
export function useIsKept(asset: string): boolean {
  return useOffline().data?.pinned.includes(asset) ?? false;
}

/** Keeps the file of an asset on this device, or lets it go; either can be taken back. */
export async function setKept(
  { id, title }: { readonly id: string; readonly title: string },
  pinned: boolean,
): Promise<void> {
  try {
    const { going } = await engine.offline.pin({ asset: id, pinned });
    const settled = t`“${title}” is kept on this device only as long as the settings say.`;
    showUndo({
      id: `keep-${id}`,
      message: pinned
        ? t`“${title}” is always kept on this device.`
        : going === undefined
          ? settled
          : sentences(settled, removedSoon(going)),
      undo: () => engine.offline.pin({ asset: id, pinned: !pinned }),
    });
  } catch (error) {
    showError(error);
  }
}

type Fetching = { readonly bytes: number; readonly total: number };

/** Bringing one file here: how far it is, what went wrong, and a way to stop. */
export function useFetchFile(version: Pick<AssetVersion, 'id' | 'size'>, onHere: () => unknown) {
  const [progress, setProgress] = useState<Fetching | null>(null);
  const [problem, setProblem] = useState<string | null>(null);
  const stop = useRef<AbortController | null>(null);
  const { id, size } = version;
  const get = useCallback(async () => {
    const controller = new AbortController();
    stop.current = controller;
    setProblem(null);
    setProgress({ bytes: 0, total: size });
    try {
      const { signal } = controller;
      for await (const step of await engine.offline.fetch({ version: id }, { signal })) setProgress(step);
      await onHere();
    } catch (error) {
      if (!isCancelled(error) && !controller.signal.aborted) setProblem(describeError(error).message);
    } finally {
      // Another one may have begun since.
      if (stop.current === controller) setProgress(null);
    }
  }, [id, size, onHere]);
  return {
    progress,
    problem,
    get: useCallback(() => void get(), [get]),
    stop: useCallback(() => stop.current?.abort(), []),
  };
}
