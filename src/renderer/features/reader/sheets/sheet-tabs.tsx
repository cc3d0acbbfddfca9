import type { KeyboardEvent } from 'react';
import classes from './sheets.module.css';

type Props = {
  readonly sheets: readonly { readonly label: string }[];
  readonly shown: number;
  readonly onShow: (sheet: number) => void;
};

/** The sheets' names, below the table as spreadsheets have them. */
export function SheetTabs({ sheets, shown, onShow }: Props) {
  const move = (event: KeyboardEvent<HTMLElement>): void => {
    const step = event.key === 'ArrowRight' ? 1 : event.key === 'ArrowLeft' ? -1 : 0;
    if (step === 0) return;
    event.preventDefault();
    event.stopPropagation();
    const next = Math.min(sheets.length - 1, Math.max(0, shown + step));
    onShow(next);
    const tabs = event.currentTarget.querySelectorAll<HTMLElement>('[role="tab"]');
    tabs[next]?.focus();
  };
  return (
    <div role="tablist" aria-label="Sheets" className={classes.tabs} onKeyDown={move}>
      {sheets.map((sheet, index) => (
        <button
          // biome-ignore lint/suspicious/noArrayIndexKey: a sheet is its place in the workbook
          key={index}
          type="button"
          role="tab"
          aria-selected={index === shown}
          tabIndex={index === shown ? 0 : -1}
          className={classes.tab}
          onClick={() => onShow(index)}
        >
          {sheet.label}
        </button>
      ))}
    </div>
  );
}
