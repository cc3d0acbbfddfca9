import { Button } from '@mantine/core';
import type { ReactNode } from 'react';
import styles from './state-banner.module.css';

type BannerProps = { readonly text: string; readonly grave?: boolean; readonly children?: ReactNode };

/** Says above something that it is not what everybody sees or may use, with what can be done about it. */
export function StateBanner({ text, grave = false, children }: BannerProps) {
  return (
    <div className={styles.banner} role="status" data-grave={grave || undefined}>
      <span>{text}</span>
      <span className={styles.actions}>{children}</span>
    </div>
  );
}

/** What can be done about it, by a button. */
export function BannerAction({
  onClick,
  children,
}: {
  readonly onClick: () => void;
  readonly children: string;
}) {
  return (
    <Button size="compact-xs" variant="light" onClick={onClick}>
      {children}
    </Button>
  );
}
