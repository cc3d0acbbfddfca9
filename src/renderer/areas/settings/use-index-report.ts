import { t } from '@lingui/core/macro';
import { useQuery, useQueryClient } from '@tanstack/react-query';
import { useState } from 'react';
import type { Progress } from '../../../contract/session.ts';
import { engine, orpc } from '../../base/engine-client.ts';
import { showDone, showError } from '../../base/undo-toast.ts';

/** What can be searched, and a way to make the index anew. */
export function useIndexReport() {
  const client = useQueryClient();
  const report = useQuery(orpc.maintenance.indexReport.queryOptions());
  const [progress, setProgress] = useState<Progress | null>(null);
  const rebuild = async (): Promise<void> => {
    setProgress({ done: 0, total: 0, current: '' });
    try {
      for await (const step of await engine.maintenance.rebuildIndex()) setProgress(step);
      showDone(t`Index rebuilt.`);
    } catch (error) {
      showError(error);
    } finally {
      setProgress(null);
      await client.invalidateQueries({ queryKey: orpc.maintenance.key() });
    }
  };
  return { report, progress, rebuild: () => void rebuild() };
}
