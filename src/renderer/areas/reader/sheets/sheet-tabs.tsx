import { t } from '@lingui/core/macro';
import type { KeyboardEvent } from 'react';
import { HiddenMark } from '../../../ui/hidden-mark.tsx';
import { walkTabs } from '../../../ui/keys/perform-key.ts';
import classes from './sheets.module.css';

type Props = {
  readonly sheets: readonly { readonly label: string; readonly hidden?: boolean | undefined }[];
  readonly shown: number;
  /** Presented: what is hidden is not there. */
  readonly withoutHidden: boolean;
  readonly onShow: (sheet: number) => void;
};

/** The sheets' names, below the table as spreadsheets have them. */
export function SheetTabs({ sheets, shown, withoutHidden, onShow }: Props) {
  const move = (event: KeyboardEvent<HTMLElement>): void => {
    const tabs = event.currentTarget.querySelectorAll<HTMLElement>('[role="tab"]');
    walkTabs(event, { at: shown, count: sheets.length }, (next) => {
      onShow(next);
      tabs[next]?.focus();
    });
  };
  return (
    <div role="tablist" aria-label={t`Sheets`} className={classes.tabs} onKeyDown={move}>
      {sheets.map((sheet, index) => (
        <button
          // biome-ignore lint/suspicious/noArrayIndexKey: a sheet is its place in the workbook
          key={index}
          type="button"
          role="tab"
          aria-selected={index === shown}
          tabIndex={index === shown ? 0 : -1}
          className={classes.tab}
          hidden={withoutHidden && sheet.hidden === true}
          onClick={() => onShow(index)}
        >
          {sheet.label} {sheet.hidden && <HiddenMark />}
        </button>
      ))}
    </div>
  );
}
