import { t } from '@lingui/core/macro';
import { useMutation, useQuery, useQueryClient } from '@tanstack/react-query';
import type { KeyHome } from '../../../shared/vocabulary/device.ts';
import { engine, orpc } from '../../base/engine-client.ts';
import { showDone, showError, showUndo } from '../../base/undo-toast.ts';

/** What the settings change and check. */
export function useSettings() {
  const rename = useMutation({
    mutationFn: (name: string) => engine.session.rename({ name }),
    onSuccess: () => showDone(t`Your name is changed.`),
    onError: showError,
  });
  const changeRole = useMutation(orpc.session.changeRole.mutationOptions({ onError: showError }));
  const verify = useMutation({ mutationFn: () => engine.maintenance.verify(), onError: showError });
  const office = useQuery(orpc.maintenance.officeProgram.queryOptions());
  const client = useQueryClient();
  const setOffice = useMutation({
    mutationFn: (used: boolean) => engine.maintenance.setOfficeProgram({ used }),
    onSuccess: (state) => client.setQueryData(orpc.maintenance.officeProgram.queryKey(), state),
    onError: showError,
  });
  const about = useQuery({ queryKey: ['shell', 'app-info'], queryFn: () => window.kitbag.appInfo() });
  const keyring = useQuery(orpc.session.keyring.queryOptions());
  const moveKey = useMutation({
    mutationFn: (to: KeyHome) => engine.session.moveKey({ to }),
    onSuccess: (_, to) =>
      showUndo({
        id: 'key-moved',
        message: to === 'file' ? t`The key is in a file now.` : t`The key is in the keyring now.`,
        undo: () => engine.session.moveKey({ to: to === 'file' ? 'keyring' : 'file' }),
      }),
    onError: showError,
  });
  return { rename, changeRole, verify, about, office, setOffice, keyring, moveKey };
}
