import { useMutation, useQuery } from '@tanstack/react-query';
import { engine, orpc } from '../../app/engine-client.ts';
import { showDone, showError } from '../../ui/undo-toast.ts';

/** What the settings change and check. */
export function useSettings() {
  const rename = useMutation({
    mutationFn: (name: string) => engine.session.rename({ name }),
    onSuccess: () => showDone('Your name is changed.'),
    onError: showError,
  });
  const changeRole = useMutation(orpc.session.changeRole.mutationOptions({ onError: showError }));
  const verify = useMutation({ mutationFn: () => engine.maintenance.verify(), onError: showError });
  const about = useQuery({ queryKey: ['shell', 'app-info'], queryFn: () => window.kitbag.appInfo() });
  return { rename, changeRole, verify, about };
}
