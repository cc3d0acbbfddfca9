import type { Icon } from '@tabler/icons-react';
import type { ReactNode } from 'react';
import styles from './list-heading.module.css';

type Props = {
  readonly icon: Icon;
  readonly name: string;
  /** A line about the list, beside its name. */
  readonly about?: string;
  /** A way back, in front. */
  readonly before?: ReactNode;
  /** What can be done with the list, at the end. */
  readonly after?: ReactNode;
};

/** Above results that are more than what words find: what they are. */
export function ListHeading({ icon: Drawn, name, about, before, after }: Props) {
  return (
    <div className={styles.heading}>
      {before}
      <Drawn size={18} aria-hidden />
      <h2 className={styles.name} title={name}>
        {name}
      </h2>
      {about !== undefined && <span className={styles.about}>{about}</span>}
      {after}
    </div>
  );
}
