import { plural, t } from '@lingui/core/macro';
import { useState } from 'react';
import { useWordsAreShared } from '../../../base/use-words-policy.ts';
import { formatRelative } from '../../../ui/format.ts';
import type { ListedOption } from '../../../ui/listed-option.ts';
import { useRecentSearches } from './use-recent-searches.ts';

/** One line below the empty search field. */

/** Words that were searched for before, offered below the empty search field when somebody asks for them. */
type RecentOffer = {
  /** Empty while it is closed. */
  readonly options: readonly ListedOption[];
  readonly open: () => void;
  readonly close: () => void;
  /** Does what the option stands for: words to search for, or undefined where all were forgotten. */
  readonly take: (option: ListedOption) => string | undefined;
};

/** Stands behind the words; its text is no words. */
const FORGET = '';

/** The recent searches of this device, as options; none while anything is typed. */
export function useRecentOffer(text: string): RecentOffer {
  const { recent, forgetAll } = useRecentSearches();
  const [wanted, setWanted] = useState(false);
  const shared = useWordsAreShared();
  const shown = wanted && text === '' && recent.length > 0;
  const now = Date.now();
  const options = recent.map(({ words, at, results }) => ({
    text: words,
    label: words,
    detail: `${formatRelative(at, now)} · ${plural(results, { one: '# result', other: '# results' })}`,
  }));
  return {
    options: shown
      ? [
          ...options,
          {
            text: FORGET,
            label: t`Clear recent searches`,
            detail: shared
              ? t`This list is on this device, but leads see search terms too`
              : t`Kept on this device only`,
          },
        ]
      : [],
    open: () => setWanted(true),
    close: () => setWanted(false),
    take: (option) => {
      setWanted(false);
      if (option.text !== FORGET) return option.text;
      forgetAll();
      return undefined;
    },
  };
}
