import { useState } from 'react';
import { formatRelative } from '../../ui/format.ts';
import { plural } from '../../ui/plural.ts';
import { useRecentSearches } from './use-recent-searches.ts';

/** One line below the empty search field. */
export type RecentOption = { readonly text: string; readonly label: string; readonly detail: string };

/** Words that were searched for before, offered below the empty search field when somebody asks for them. */
export type RecentOffer = {
  /** Empty while it is closed. */
  readonly options: readonly RecentOption[];
  readonly open: () => void;
  readonly close: () => void;
  /** Does what the option stands for: words to search for, or undefined where all were forgotten. */
  readonly take: (option: RecentOption) => string | undefined;
};

const forgetting: RecentOption = {
  text: '',
  label: 'Forget recent searches',
  detail: 'They are kept on this device only',
};

/** The recent searches of this device, as options; none while anything is typed. */
export function useRecentOffer(text: string): RecentOffer {
  const { recent, forgetAll } = useRecentSearches();
  const [wanted, setWanted] = useState(false);
  const shown = wanted && text === '' && recent.length > 0;
  const now = Date.now();
  const options = recent.map(({ words, at, results }) => ({
    text: words,
    label: words,
    detail: `${formatRelative(at, now)} · ${plural(results, 'result')}`,
  }));
  return {
    options: shown ? [...options, forgetting] : [],
    open: () => setWanted(true),
    close: () => setWanted(false),
    take: (option) => {
      setWanted(false);
      if (option !== forgetting) return option.text;
      forgetAll();
      return undefined;
    },
  };
}
