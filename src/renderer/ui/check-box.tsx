import type { ComponentProps } from 'react';
import styles from './check-box.module.css';

type Props = Omit<ComponentProps<'input'>, 'type' | 'className'> & {
  /** Neither on nor off: some of what it stands for is. */
  readonly indeterminate?: boolean;
};

/** A checkbox as the platform draws it: in lists that are drawn with every keystroke, one element instead of a component of many. */
export function CheckBox({ indeterminate = false, ...input }: Props) {
  return (
    <input
      {...input}
      type="checkbox"
      className={styles.box}
      ref={(box) => {
        if (box !== null) box.indeterminate = indeterminate;
      }}
    />
  );
}

/** The same with its words beside it, which may be clicked too. */
export function LabelledCheckBox({ label, ...input }: Props & { readonly label: string }) {
  return (
    // biome-ignore lint/a11y/noLabelWithoutControl: the checkbox is inside
    <label className={styles.labelled}>
      <CheckBox {...input} />
      {label}
    </label>
  );
}
