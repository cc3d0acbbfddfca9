import { type KeyboardEvent, type PointerEvent, useRef } from 'react';
import { performKey } from '../../ui/keys/perform-key.ts';
import classes from './reader.module.css';

type Props = {
  readonly label: string;
  /** Of the pane that it changes. */
  readonly width: number;
  /** The side of the divider on which that pane lies. */
  readonly side: 'left' | 'right';
  readonly onWidth: (width: number) => void;
};

/** The line between two panes: dragged, or moved with the arrow keys. */
export function PaneDivider({ label, width, side, onWidth }: Props) {
  const start = useRef<{ x: number; width: number } | null>(null);
  const sign = side === 'left' ? 1 : -1;
  const press = (event: PointerEvent<HTMLElement>): void => {
    start.current = { x: event.clientX, width };
    event.currentTarget.setPointerCapture(event.pointerId);
  };
  const drag = (event: PointerEvent<HTMLElement>): void => {
    if (start.current !== null) onWidth(start.current.width + sign * (event.clientX - start.current.x));
  };
  const key = (event: KeyboardEvent): void => {
    const move = (step: number) => () => onWidth(width + sign * step);
    if (performKey(event, 'divider', { left: move(-16), right: move(16) })) event.stopPropagation();
  };
  return (
    // biome-ignore lint/a11y/useSemanticElements: a rule can't be moved
    <div
      role="separator"
      aria-orientation="vertical"
      aria-label={label}
      aria-valuenow={width}
      aria-valuemin={104}
      aria-valuemax={560}
      tabIndex={0}
      className={classes.divider}
      data-side={side}
      onPointerDown={press}
      onPointerMove={drag}
      onPointerUp={() => {
        start.current = null;
      }}
      onKeyDown={key}
    />
  );
}
