import { useSearch } from '@tanstack/react-router';
import { useStore } from '../../app/store.ts';
import { Pill } from '../../ui/pill.tsx';
import { openedSearch } from './opened-search.ts';
import { searchKey } from './saved-query.ts';

/** Marks a result that is new in the saved search that was opened. */
export function FreshMark({ asset }: { readonly asset: string }) {
  const opened = useStore(openedSearch);
  const search = useSearch({ from: '/library' });
  if (opened === null || !opened.fresh.has(asset) || opened.key !== searchKey(search)) return null;
  return <Pill tone="info">New</Pill>;
}
