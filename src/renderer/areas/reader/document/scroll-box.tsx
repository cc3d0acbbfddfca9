import type { ReactNode, Ref, UIEventHandler } from 'react';

type Props = {
  readonly box: Ref<HTMLElement>;
  /** What is in it, for assistive technology. */
  readonly label: string;
  readonly className: string | undefined;
  readonly presenting?: boolean;
  readonly onScroll?: UIEventHandler;
  readonly children: ReactNode;
};

/** The part of a viewer that scrolls: it takes the focus, so that the keys scroll it, and its text can be selected. */
export function ScrollBox({ box, label, className, presenting = false, onScroll, children }: Props) {
  return (
    <section
      ref={box}
      className={className}
      aria-label={label}
      // biome-ignore lint/a11y/noNoninteractiveTabindex: what scrolls must be reachable by keyboard
      tabIndex={0}
      data-reader-scroll
      data-selectable
      data-presenting={presenting || undefined}
      {...(onScroll === undefined ? {} : { onScroll })}
    >
      {children}
    </section>
  );
}
