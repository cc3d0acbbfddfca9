import { VisuallyHidden } from '@mantine/core';
import { type ReactNode, useEffect } from 'react';
import styles from './screen.module.css';

type Props = {
  /** The screen's heading. */
  readonly title: string;
  /** Buttons at the right of the heading; one of them primary at most. */
  readonly actions?: ReactNode;
  /** True once its data is there: tests and screenshots wait for `data-ready`. */
  readonly ready: boolean;
  /** Leaves out padding and scrolling: the screen lays out the whole room itself. */
  readonly fill?: boolean;
  /** Keeps the heading for screen readers only. */
  readonly hideTitle?: boolean;
  readonly children: ReactNode;
};

/** The frame of a page: heading, actions, scrolling body. */
export function Screen({ title, actions, ready, fill = false, hideTitle = false, children }: Props) {
  useEffect(() => {
    document.title = `${title} – Kitbag`;
  }, [title]);
  const heading = hideTitle ? (
    <VisuallyHidden>
      <h1>{title}</h1>
    </VisuallyHidden>
  ) : (
    <header className={styles.head}>
      <h1 className={styles.title}>{title}</h1>
      {actions !== undefined && <div className={styles.actions}>{actions}</div>}
    </header>
  );
  return (
    <section
      className={styles.screen}
      data-screen={title}
      data-ready={ready ? 'true' : 'false'}
      aria-label={title}
      // What had the focus may go: it comes here then.
      tabIndex={-1}
    >
      {heading}
      <div className={styles.body} {...(fill ? { 'data-fill': true } : { tabIndex: -1 })}>
        {children}
      </div>
    </section>
  );
}
