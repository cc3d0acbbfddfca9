import { plural, t } from '@lingui/core/macro';
import { useCallback, useEffect, useMemo, useState } from 'react';
import { formatNumber } from '../../../ui/format.ts';
import { clampPage, noMatches } from '../document/document-model.ts';
import { makeMatcher, needlesOf } from '../document/find-text.ts';
import { ScrollBox } from '../document/scroll-box.tsx';
import { hiddenNumbers } from '../document/shown-pages.ts';
import { useZoom } from '../document/use-zoom.ts';
import type { ViewerProps } from '../document/viewer-props.ts';
import { findCells } from './sheet-matches.ts';
import type { ShownSheet } from './sheet-measures.ts';
import { SheetTable } from './sheet-table.tsx';
import { SheetTabs } from './sheet-tabs.tsx';
import classes from './sheets.module.css';

/** A sheet as the engine hands it over: at most its first thousand rows. */
type Sheet = ShownSheet & {
  readonly label: string;
  readonly totalRows: number;
  readonly totalColumns: number;
};

type Props = ViewerProps & { readonly sheets: readonly Sheet[] };

/** The walk through the cells that match. */
function useCellFind({ sheets, model, find, findsHidden }: Props, show: (sheet: number) => void) {
  const matcher = useMemo(
    () => (find === null || needlesOf(find).length === 0 ? null : makeMatcher(find)),
    [find],
  );
  const matches = useMemo(
    () => (matcher === null ? [] : findCells(sheets, matcher, findsHidden)),
    [matcher, sheets, findsHidden],
  );
  const [at, setAt] = useState(0);

  useEffect(() => {
    if (matcher === null) {
      model.patch({ matches: null, matchesByPage: noMatches });
      return;
    }
    const counts = new Map<number, number>();
    for (const { sheet } of matches) counts.set(sheet + 1, (counts.get(sheet + 1) ?? 0) + 1);
    const page = model.state.get().page;
    const first = matches.findIndex((match) => match.sheet >= page - 1);
    setAt(Math.max(0, first));
    model.patch({ matchesByPage: counts });
  }, [matcher, matches, model]);

  useEffect(() => {
    if (matcher === null) return;
    const total = matches.length;
    model.patch({
      matches: { current: total === 0 ? 0 : Math.min(at, total - 1) + 1, total, searching: false },
    });
  }, [at, matcher, matches, model]);

  const step = useCallback(
    (direction: 1 | -1) => {
      if (matches.length === 0) return;
      const next = (at + direction + matches.length) % matches.length;
      setAt(next);
      const match = matches[next];
      if (match !== undefined) show(match.sheet);
    },
    [at, matches, show],
  );
  return { matcher, current: matches[at] ?? null, step };
}

/** The sheets of a workbook as tables, one at a time. */
export function SheetsView(props: Props) {
  const { sheets, model, findsHidden, presenting } = props;
  // As state: the table below can be laid out only once the box is there.
  const [box, setBox] = useState<HTMLElement | null>(null);
  const [shown, setShown] = useState(() => clampPage(model.state.get().page, sheets.length) - 1);
  const { zoom, setZoom } = useZoom(model, 1);
  const show = useCallback(
    (sheet: number) => {
      setShown(sheet);
      model.patch({ page: sheet + 1 });
    },
    [model],
  );
  const { matcher, current, step } = useCellFind(props, show);

  useEffect(() => {
    model.patch({
      phase: 'ready',
      pageCount: Math.max(1, sheets.length),
      labels: sheets.map((sheet) => sheet.label),
      hiddenPages: hiddenNumbers(sheets),
      canFind: true,
    });
    model.controls.set({
      goToPage: (page) => show(clampPage(page, sheets.length) - 1),
      zoom: (to) => setZoom(to === 'width' || to === 'page' ? 'actual' : to),
      step,
    });
    return () => model.controls.set(null);
  }, [model, sheets, show, setZoom, step]);

  const sheet = sheets[shown];
  const here = useMemo(
    () => (current !== null && current.sheet === shown ? current : null),
    [current, shown],
  );
  if (sheet === undefined) return <p className={classes.empty}>{t`This workbook has no sheets.`}</p>;
  if (presenting && sheet.hidden)
    return (
      <p className={classes.empty}>{t`All sheets of this workbook are hidden. Press Escape to go back.`}</p>
    );
  const cut = sheet.totalRows > sheet.rows.length;
  return (
    <div className={classes.frame}>
      <ScrollBox box={setBox} label={sheet.label} className={classes.scroll}>
        {sheet.rows.length === 0 ? (
          <p className={classes.empty}>{t`There are no cells to show on this sheet.`}</p>
        ) : (
          box !== null && (
            <SheetTable
              key={shown}
              label={sheet.label}
              sheet={sheet}
              withoutHidden={presenting}
              box={box}
              matcher={matcher}
              findsHidden={findsHidden}
              current={here}
              scale={typeof zoom === 'number' ? zoom : 1}
            />
          )
        )}
      </ScrollBox>
      {cut && (
        <p
          className={classes.note}
        >{t`The first ${plural(sheet.rows.length, { one: '# row', other: '# rows' })} of ${{ total: formatNumber(sheet.totalRows) }} are shown. Open the file in its default app to see all of them.`}</p>
      )}
      {sheets.length > 1 && (
        <SheetTabs sheets={sheets} shown={shown} withoutHidden={presenting} onShow={show} />
      )}
    </div>
  );
}
