import type { ComponentProps, MouseEvent } from 'react';
import type { Hit } from '../../../contract/search.ts';

type Props = Omit<ComponentProps<'a'>, 'href' | 'onClick' | 'draggable'> & {
  readonly asset: string;
  readonly page: number | undefined;
  readonly onOpen: () => void;
};

/**
 * A link into a document. Not the router's own: that one works its address out anew with every letter that is typed, sixty times in a
 * list. The words come to the address when the link is followed.
 */
export function HitLink({ asset, page, onOpen, ...rest }: Props) {
  return (
    <a
      {...rest}
      href={`#/asset/${encodeURIComponent(asset)}${page === undefined ? '' : `?page=${page}`}`}
      draggable={false}
      onClick={(event: MouseEvent) => {
        event.preventDefault();
        // With Shift the row is picked, as everywhere else on it.
        if (!event.shiftKey) onOpen();
      }}
    />
  );
}

/** Where a hit opens: its best page with the words to mark. */
export function openingOf(hit: Hit, query: string, page = hit.pages[0]?.page): { page?: number; q?: string } {
  return {
    ...(page === undefined ? {} : { page }),
    ...(query.trim() === '' ? {} : { q: query }),
  };
}
