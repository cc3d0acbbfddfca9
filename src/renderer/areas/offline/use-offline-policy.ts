import { plural } from '@lingui/core/macro';
import { useQueryClient } from '@tanstack/react-query';
import { useRef, useState } from 'react';
import type { OfflineState } from '../../../contract/offline.ts';
import { engine, orpc } from '../../base/engine-client.ts';
import { showError, showUndo } from '../../base/undo-toast.ts';
import { formatBytes } from '../../ui/format.ts';

type Policy = OfflineState['policy'];
type Going = { readonly files: number; readonly bytes: number };

/** Says that files go soon: `292 files (1.2 GB) will be removed from this device in a minute.` */
export function removedSoon({ files, bytes }: Going): string {
  const size = formatBytes(bytes);
  return plural(files, {
    one: `# file (${size}) will be removed from this device in a minute.`,
    other: `# files (${size}) will be removed from this device in a minute.`,
  });
}

/** How long the toast stays: as long as the engine gives nothing up. */
const UNDO_MS = 60_000;

/**
 * What is kept on this device, as it is being chosen: a choice that would give files up is held until somebody has seen how many, and can
 * be taken back before any of them goes.
 */
export function useOfflinePolicy(current: Policy) {
  const client = useQueryClient();
  const [held, setHeld] = useState<{ readonly policy: Policy; readonly going: Going } | null>(null);
  const asked = useRef(0);
  const show = (state: OfflineState): void => {
    client.setQueryData(orpc.offline.get.queryKey(), state);
  };
  const takeBack = async (): Promise<void> => show(await engine.offline.takeBack());
  const set = async (policy: Policy, going: Going): Promise<void> => {
    show(await engine.offline.set(policy));
    setHeld(null);
    if (going.files === 0) return;
    showUndo({ id: 'offline-policy', message: removedSoon(going), undo: takeBack, forMs: UNDO_MS });
  };
  const choose = async (next: Partial<Policy>): Promise<void> => {
    const policy = { ...(held?.policy ?? current), ...next };
    asked.current += 1;
    const question = asked.current;
    const going = await engine.offline.preview(policy);
    // Something else was chosen since.
    if (question !== asked.current) return;
    if (going.files > 0) setHeld({ policy, going });
    else await set(policy, going);
  };
  return {
    policy: held?.policy ?? current,
    /** What the choice would give up; null where it holds already. */
    wouldGo: held?.going ?? null,
    choose: (next: Partial<Policy>) => void choose(next).catch(showError),
    confirm: () => {
      if (held !== null) void set(held.policy, held.going).catch(showError);
    },
    forget: () => setHeld(null),
    takeBack: () => void takeBack().catch(showError),
  };
}
