import type { ComponentProps, MouseEvent } from 'react';

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
        onOpen();
      }}
    />
  );
}
