import { Popover, type PopoverProps } from '@mantine/core';
import type { ReactNode } from 'react';
import { useEscapeCloses, useGoesWithScreen } from './dismiss.ts';

type Props = Pick<PopoverProps, 'position' | 'width' | 'offset' | 'closeOnClickOutside'> & {
  readonly opened: boolean;
  readonly onClose: () => void;
  /** What it is, for assistive technology. */
  readonly label: string;
  /** The button that opens and closes it: one element. */
  readonly target: ReactNode;
  readonly className?: string | undefined;
  readonly children: ReactNode;
};

/** Choices or facts beside a button. It closes with Escape, with a click elsewhere and with its screen, and gives the focus back. */
export function PopOver({ opened, onClose, label, target, className, children, ...place }: Props) {
  useEscapeCloses(opened, onClose);
  useGoesWithScreen(opened, onClose);
  return (
    <Popover
      {...place}
      opened={opened}
      onChange={(next) => !next && onClose()}
      closeOnEscape={false}
      trapFocus
      returnFocus
      shadow="md"
      withRoles={false}
      transitionProps={{ duration: 100 }}
    >
      <Popover.Target>{target}</Popover.Target>
      <Popover.Dropdown
        role="dialog"
        aria-label={label}
        tabIndex={-1}
        data-layer
        {...(className === undefined ? {} : { className })}
      >
        {children}
      </Popover.Dropdown>
    </Popover>
  );
}
