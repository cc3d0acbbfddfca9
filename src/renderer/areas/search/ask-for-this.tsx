import { t } from '@lingui/core/macro';
import { Button } from '@mantine/core';
import { useEffect } from 'react';
import type { CallContext, SearchResult } from '../../../contract/search.ts';
import type { LibrarySearch } from '../../base/library-search.ts';
import { KeyCaps } from '../../ui/keys/key-caps.tsx';
import { useLatest } from '../../ui/use-same.ts';
import {
  ASK_KEY,
  askMarketing,
  type RequestDraft,
  requestOnScreen,
} from '../requests/request-drawer-state.ts';

/** What a search asks for, as a request: its words, and the stage and persona that it or one's call is about. */
export function requestFor(
  search: LibrarySearch,
  result: SearchResult | undefined,
  context: CallContext,
): RequestDraft {
  const words = result?.words ?? '';
  const stage = only(search.stages) ?? asked(result, 'stage') ?? context.stage;
  const persona = only(search.personas) ?? asked(result, 'persona') ?? context.persona;
  return {
    ...(words === '' ? {} : { title: words.slice(0, 300) }),
    ...(stage === undefined ? {} : { stage }),
    ...(persona === undefined ? {} : { persona }),
  };
}

/** While this is on the screen, asking marketing (by key, palette or button) asks for this. */
export function useRequestOnScreen(draft: RequestDraft): void {
  const latest = useLatest(draft);
  useEffect(() => {
    requestOnScreen.set(() => latest.current);
    return () => requestOnScreen.set(null);
  }, [latest]);
}

/** Stands under every list of results: what was found need not be what was looked for. */
export function AskForThis({ words }: { readonly words: string }) {
  return (
    <Button
      size="compact-xs"
      variant="subtle"
      onClick={askMarketing}
      rightSection={<KeyCaps keys={ASK_KEY} />}
    >
      {words === '' ? t`Ask marketing for something` : t`Ask marketing for this`}
    </Button>
  );
}

/** The one term that an operator of the query asks for. */
function asked(result: SearchResult | undefined, field: 'stage' | 'persona'): string | undefined {
  const ids = result?.understood.flatMap((one) =>
    one.field === field && !one.negated ? (one.ids ?? []) : [],
  );
  return only(ids);
}

/** The one value of a filter that has one. */
function only(values: readonly string[] | undefined): string | undefined {
  return values?.length === 1 ? values[0] : undefined;
}
