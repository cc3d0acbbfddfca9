import { plural } from '@lingui/core/macro';
import { keepPreviousData, useQuery } from '@tanstack/react-query';
import { useState } from 'react';
import type { AssetSummary } from '../../../../contract/assets.ts';
import { say } from '../../../../words/say.ts';
import { sentences } from '../../../../words/sentence.ts';
import { showChanged } from '../../../base/changed-toast.ts';
import { engine, orpc } from '../../../base/engine-client.ts';
import { showError } from '../../../base/undo-toast.ts';
import { type BulkDraft, countChanged, editOf } from './edit-draft.ts';

/** What a draft would do: how many assets it changes and leaves, and why it can't change some. */
type BulkEffect = {
  readonly changed: number;
  readonly unchanged: number;
  readonly refused: readonly string[];
};

/** What a draft would do to assets; undefined until that is known. */
export function useEffectOf(assets: readonly AssetSummary[], draft: BulkDraft): BulkEffect | undefined {
  const input = { assets: assets.map(({ id }) => id), ...editOf(draft), dryRun: true };
  const { data } = useQuery({
    ...orpc.assets.change.queryOptions({ input }),
    enabled: countChanged(draft) > 0 && assets.length > 0,
    placeholderData: keepPreviousData,
    // What it would do depends on everything that may change meanwhile.
    gcTime: 0,
  });
  if (data === undefined || countChanged(draft) === 0) return undefined;
  return {
    changed: data.changed.length,
    unchanged: data.unchanged,
    refused: data.refused.map(({ says }) => say(says)),
  };
}

/** The same as a sentence. */
export function effectWords(effect: BulkEffect | undefined): string {
  if (effect === undefined) return '';
  const { changed, unchanged, refused } = effect;
  const [why] = refused;
  return [
    plural(changed, { one: '# will change.', other: '# will change.' }),
    ...(unchanged > 0
      ? [plural(unchanged, { one: '# is like this already.', other: '# are like this already.' })]
      : []),
    ...(why === undefined
      ? []
      : [plural(refused.length, { one: '# can’t:', other: '# can’t, the first:' }), why]),
  ].join(' ');
}

/** Changes the assets in one write and offers to take it back. */
export function useApply(assets: readonly AssetSummary[], draft: BulkDraft, onDone: () => void) {
  const [busy, setBusy] = useState(false);
  const apply = async (): Promise<void> => {
    setBusy(true);
    try {
      const { changed, refused, undo } = await engine.assets.change({
        assets: assets.map(({ id }) => id),
        ...editOf(draft),
      });
      const [first] = refused;
      if (first !== undefined) showError(refusedWords(say(first.says), refused.length));
      if (changed.length > 0) {
        const message = plural(changed.length, { one: 'Changed # asset', other: 'Changed # assets' });
        showChanged({ message, undo });
      }
      onDone();
    } catch (error) {
      showError(error);
    } finally {
      setBusy(false);
    }
  };
  return { apply, busy };
}

function refusedWords(first: string, count: number): string {
  if (count === 1) return first;
  const more = plural(count - 1, { one: 'One more was not changed.', other: '# more were not changed.' });
  return sentences(first, more);
}
