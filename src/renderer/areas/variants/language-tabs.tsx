import { t } from '@lingui/core/macro';
import { type KeyboardEvent, useRef } from 'react';
import type { VariantView } from '../../../contract/assets.ts';
import { STATE_NAMES } from '../../ui/asset-badges.tsx';
import { walkTabs } from '../../ui/keys/perform-key.ts';
import { Pill } from '../../ui/pill.tsx';
import { editionName, listedEditions, shortBehind } from '../../ui/variant-words.ts';
import classes from './variants.module.css';

type Props = {
  readonly variants: readonly VariantView[];
  /** The edition that is read. */
  readonly reading: string;
  /** The id of the element that shows it. */
  readonly panel: string;
  readonly onOpen: (variant: VariantView) => void;
};

/** One tab a language; the arrows walk through them, Enter opens. Nothing where there is one language. */
export function LanguageTabs({ variants, reading, panel, onOpen }: Props) {
  const list = useRef<HTMLDivElement>(null);
  if (variants.length < 2) return null;
  const walk = (event: KeyboardEvent): void => {
    const tabs = [...(list.current?.querySelectorAll<HTMLElement>('[role="tab"]') ?? [])];
    const at = tabs.findIndex((tab) => tab.matches(':focus'));
    walkTabs(event, { at, count: tabs.length }, (place) => tabs[place]?.focus());
  };
  return (
    <div ref={list} role="tablist" aria-label={t`Languages`} className={classes.tabs} onKeyDown={walk}>
      {listedEditions(variants).map((variant) => (
        <button
          key={variant.asset}
          type="button"
          role="tab"
          className={classes.tab}
          aria-selected={variant.asset === reading}
          aria-controls={panel}
          tabIndex={variant.asset === reading ? 0 : -1}
          title={variant.title}
          onClick={() => {
            if (variant.asset !== reading) onOpen(variant);
          }}
        >
          {editionName(variant)}
          {isToMind(variant) && <Pill tone="warn">{STATE_NAMES[variant.state]}</Pill>}
          {variant.behind > 0 && <Pill tone="warn">{shortBehind(variant.behind)}</Pill>}
        </button>
      ))}
    </div>
  );
}

/** Whether one should know of its state before one opens it. */
function isToMind({ state }: VariantView): boolean {
  return state !== 'published' && state !== 'verified' && state !== 'due-for-review';
}
