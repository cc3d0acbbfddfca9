import { t } from '@lingui/core/macro';
import { ActionIcon } from '@mantine/core';
import { IconZoomQuestion } from '@tabler/icons-react';
import type { ComponentProps } from 'react';
import type { Hit } from '../../../../contract/search.ts';
import { IconButton } from '../../../ui/icon-button.tsx';
import { PopOver } from '../../../ui/pop-over.tsx';
import { usePopUp } from '../../../ui/use-pop-up.ts';
import classes from './why.module.css';
import { WhyDetails } from './why-details.tsx';

type Props = {
  readonly hit: Hit;
  /** The words of now, as they were typed. */
  readonly query: () => string;
  /** Whether Tab comes here: in lists, only in the chosen row. */
  readonly focusable?: boolean;
  /** Among buttons with a frame, as tall as these. */
  readonly framed?: boolean;
};

/** Opens ‘Why this result’ beside it. */
export function WhyButton({ hit, query, focusable = true, framed = false }: Props) {
  const details = usePopUp();
  const button = (own: Pick<ComponentProps<'button'>, 'ref' | 'onClick'>) => {
    const props = {
      ...own,
      'aria-label': t`Why ${{ title: hit.asset.title }}`,
      'aria-haspopup': 'dialog' as const,
      title: t`Why this result`,
      tabIndex: focusable ? 0 : -1,
      children: <IconZoomQuestion size={16} aria-hidden />,
    };
    return framed ? <ActionIcon variant="default" size={26} {...props} /> : <IconButton {...props} />;
  };
  if (!details.opened) return button({ ref: details.buttonRef, onClick: details.open });
  return (
    <PopOver
      opened
      onClose={details.close}
      label={t`Why this result`}
      position="bottom-end"
      width={360}
      className={classes.popover}
      target={button({ onClick: details.close })}
    >
      <h2 className={classes.title} tabIndex={-1} data-autofocus>{t`Why this result`}</h2>
      <WhyDetails hit={hit} query={query()} />
    </PopOver>
  );
}
