import { ActionIcon, Popover } from '@mantine/core';
import { IconZoomQuestion } from '@tabler/icons-react';
import { useState } from 'react';
import type { Hit } from '../../../contract/search.ts';
import classes from './why.module.css';
import { WhyDetails } from './why-details.tsx';

type Props = {
  readonly hit: Hit;
  readonly query: string;
  /** Whether Tab comes here: in lists, only in the chosen row. */
  readonly focusable?: boolean;
  readonly variant?: 'subtle' | 'default';
  readonly size?: number;
};

/** Opens ‘Why this result’ beside it. */
export function WhyButton({ hit, query, focusable = true, variant = 'subtle', size = 24 }: Props) {
  const [open, setOpen] = useState(false);
  return (
    <Popover
      opened={open}
      onChange={setOpen}
      position="bottom-end"
      width={360}
      shadow="md"
      trapFocus
      returnFocus
      withinPortal
      transitionProps={{ duration: 100 }}
    >
      <Popover.Target>
        <ActionIcon
          variant={variant}
          size={size}
          aria-label={`Why ${hit.asset.title}`}
          title="Why this result"
          tabIndex={focusable ? 0 : -1}
          onClick={() => setOpen(!open)}
          onKeyDown={(event) => event.stopPropagation()}
        >
          <IconZoomQuestion size={16} aria-hidden />
        </ActionIcon>
      </Popover.Target>
      <Popover.Dropdown
        className={classes.popover}
        aria-label="Why this result"
        onKeyDown={(event) => {
          if (event.key === 'Escape') setOpen(false);
          event.stopPropagation();
        }}
        onClick={(event) => event.stopPropagation()}
      >
        <h2 className={classes.title} tabIndex={-1} data-autofocus>
          Why this result
        </h2>
        {open && <WhyDetails hit={hit} query={query} />}
      </Popover.Dropdown>
    </Popover>
  );
}
