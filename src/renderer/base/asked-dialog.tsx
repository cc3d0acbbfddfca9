import { t } from '@lingui/core/macro';
import { Modal, type ModalProps } from '@mantine/core';
import type { ReactNode } from 'react';
import { type Store, useStore } from './store.ts';

type Props<Asked> = Pick<ModalProps, 'size'> & {
  /** What is asked for; nothing is while it holds null. */
  readonly store: Store<Asked | null>;
  readonly titleOf: (asked: Asked) => string;
  readonly children: (asked: Asked, close: () => void) => ReactNode;
};

/** A dialog that is open as long as a store holds what it asks for. */
export function AskedDialog<Asked>({ store, titleOf, children, ...size }: Props<Asked>) {
  const asked = useStore(store);
  // What has taken the place of what was asked meanwhile stays.
  const close = (): void => {
    if (store.get() === asked) store.set(null);
  };
  return (
    <Modal
      opened={asked !== null}
      onClose={close}
      title={asked === null ? '' : titleOf(asked)}
      closeButtonProps={{ 'aria-label': t`Close` }}
      {...size}
    >
      {asked !== null && children(asked, close)}
    </Modal>
  );
}
