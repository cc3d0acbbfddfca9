import { t } from '@lingui/core/macro';
import { useQuery } from '@tanstack/react-query';
import { useNavigate } from '@tanstack/react-router';
import type { SavedQuery } from '../../../../contract/finding.ts';
import type { SharedView } from '../../../../contract/views.ts';
import { useCallContext } from '../../../base/call-context-state.ts';
import { showChanged } from '../../../base/changed-toast.ts';
import { engine, orpc } from '../../../base/engine-client.ts';
import { showError } from '../../../base/undo-toast.ts';
import { openedSearch } from './opened-search.ts';
import { librarySearchOf } from './saved-query.ts';

const nothing: readonly SharedView[] = [];

/** The views that leads share with everybody. */
export function useSharedViews(): readonly SharedView[] {
  return useQuery(orpc.views.list.queryOptions()).data?.views ?? nothing;
}

/** Shows a shared view in the library, for its call. */
export function useOpenView(): (view: SharedView) => void {
  const navigate = useNavigate();
  const [, setContext] = useCallContext();
  return (view) => {
    openedSearch.set(null);
    if (view.context.stage !== undefined || view.context.persona !== undefined) setContext(view.context);
    void navigate({ to: '/library', search: librarySearchOf(view) });
  };
}

/** Shares a search with everybody, which can be taken back. */
export async function shareView(name: string, { query, filters, context, sort }: SavedQuery): Promise<void> {
  await changed(
    () => engine.views.share({ name, query, filters, context, sort }),
    t`“${name}” is shared with everybody.`,
  );
}

/** Gives a shared view another name, which can be taken back. */
export async function renameView({ id, name: before }: SharedView, name: string): Promise<void> {
  await changed(() => engine.views.rename({ id, name }), t`“${before}” is now “${name}”.`);
}

/** Takes a shared view from everybody, which can be taken back. */
export async function removeView({ id, name }: SharedView): Promise<void> {
  await changed(() => engine.views.remove({ id }), t`“${name}” is no longer shared.`);
}

async function changed(change: () => Promise<{ undo?: string | undefined }>, message: string): Promise<void> {
  try {
    const { undo } = await change();
    showChanged({ message, undo });
  } catch (error) {
    showError(error);
  }
}
