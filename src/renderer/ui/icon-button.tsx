import type { ComponentProps } from 'react';
import styles from './icon-button.module.css';

type Props = Omit<ComponentProps<'button'>, 'type' | 'className' | 'aria-label'> & {
  readonly 'aria-label': string;
};

/** A small button with a picture on it, for rows that are drawn with every keystroke: one element instead of a component of many. */
export function IconButton(props: Props) {
  return <button {...props} type="button" className={styles.button} />;
}
