import { t } from '@lingui/core/macro';
import { Button } from '@mantine/core';
import {
  IconCheck,
  IconCopy,
  IconFolder,
  IconFolderOff,
  IconLanguage,
  IconStack2,
} from '@tabler/icons-react';
import { type KeyboardEvent, useEffect, useRef } from 'react';
import { formatNumber } from '../../ui/format.ts';
import { GridCell, GridGroup, GridRow, GridTable } from '../../ui/grid-parts.tsx';
import { performKey } from '../../ui/keys/perform-key.ts';
import classes from './plan.module.css';
import { acceptedBy, type PlanLine } from './plan-lines.ts';
import { lineName, lineWords, sureWords, whyWords } from './plan-words.ts';
import type { RowTerms } from './row-terms.ts';

type Props = {
  readonly lines: readonly PlanLine[];
  readonly active: number;
  readonly terms: RowTerms;
  readonly looking: boolean;
  readonly onActive: (at: number) => void;
  readonly onAccept: (line: PlanLine) => void;
  readonly onAcceptAll: () => void;
  readonly onTable: () => void;
  readonly onLook: (shown: boolean) => void;
  readonly onRule: (line: PlanLine) => void;
  readonly onUndo: () => void;
};

const lineId = (at: number): string => `plan-line-${at}`;

/** The lines of the plan; the list has the focus and names its active line. */
export function PlanList(props: Props) {
  const { lines, active, terms, looking, onActive, onAccept, onLook } = props;
  const list = useRef<HTMLDivElement>(null);
  useEffect(() => list.current?.focus({ preventScroll: true }), []);
  useEffect(() => {
    document.getElementById(lineId(active))?.scrollIntoView({ block: 'nearest' });
  }, [active]);
  const line = lines[active];
  const go = (to: number): void => onActive(Math.max(0, Math.min(to, lines.length - 1)));
  const onKeyDown = (event: KeyboardEvent): void => {
    performKey(event, 'plan', {
      next: () => go(active + 1),
      previous: () => go(active - 1),
      first: () => go(0),
      last: () => go(lines.length - 1),
      accept:
        line === undefined ? null : () => (acceptedBy(line) === undefined ? onLook(true) : onAccept(line)),
      acceptAll: props.onAcceptAll,
      table: props.onTable,
      look: () => onLook(!looking),
      closeLook: looking ? () => onLook(false) : null,
      rule: line === undefined ? null : () => props.onRule(line),
      undo: props.onUndo,
    });
  };
  return (
    <GridTable
      ref={list}
      className={classes.list}
      aria-label={t`What is proposed, by folder`}
      aria-description={t`Arrow keys move, Enter accepts, Space looks into it, A accepts all, T goes to the table.`}
      aria-rowcount={lines.length}
      aria-colcount={4}
      {...(lines.length > 0 ? { 'aria-activedescendant': lineId(active) } : {})}
      onKeyDown={onKeyDown}
    >
      <GridGroup>
        {lines.map((one, at) => (
          <PlanRow
            key={one.key}
            line={one}
            at={at}
            active={at === active}
            terms={terms}
            onActive={() => {
              onActive(at);
              list.current?.focus({ preventScroll: true });
            }}
            onAccept={() => onAccept(one)}
            onLook={() => {
              onActive(at);
              onLook(true);
            }}
          />
        ))}
      </GridGroup>
    </GridTable>
  );
}

/** Whether a line was accepted. */
function isDone(line: PlanLine): boolean {
  if (line.kind === 'group') return line.group.accepted;
  return (line.kind === 'families' || line.kind === 'editions') && line.joined;
}

type RowProps = {
  readonly line: PlanLine;
  readonly at: number;
  readonly active: boolean;
  readonly terms: RowTerms;
  readonly onActive: () => void;
  readonly onAccept: () => void;
  readonly onLook: () => void;
};

const ICONS = {
  group: IconFolder,
  families: IconStack2,
  editions: IconLanguage,
  copies: IconCopy,
  left: IconFolderOff,
} as const;

function PlanRow({ line, at, active, terms, onActive, onAccept, onLook }: RowProps) {
  const { name, above } = lineName(line);
  const Icon = ICONS[line.kind];
  const open = acceptedBy(line) !== undefined;
  const done = isDone(line);
  const why = line.kind === 'group' ? whyWords(line.group) : '';
  return (
    <GridRow
      id={lineId(at)}
      aria-rowindex={at + 1}
      aria-selected={active}
      className={classes.line}
      data-active={active || undefined}
      data-done={done || undefined}
      onClick={onActive}
    >
      <GridCell className={classes.folder} aria-colindex={1}>
        <Icon size={16} aria-hidden className={classes.icon} />
        <span className={classes.names}>
          <span
            className={classes.name}
            title={line.kind === 'group' ? line.group.folders.join('\n') : line.folder}
          >
            {name}
          </span>
          {above === '' ? null : <span className={classes.above}>{above}</span>}
        </span>
      </GridCell>
      <GridCell className={classes.count} aria-colindex={2}>
        {formatNumber(line.rows.length)}
      </GridCell>
      <GridCell className={classes.proposed} aria-colindex={3}>
        <span className={open && line.kind === 'group' ? classes.guessed : classes.said}>
          {lineWords(line, terms)}
        </span>
        {why === '' ? null : (
          <span className={classes.why} title={why}>
            {why}
          </span>
        )}
      </GridCell>
      <GridCell className={classes.action} aria-colindex={4}>
        <LineAction line={line} done={done} onAccept={onAccept} onLook={onLook} />
      </GridCell>
    </GridRow>
  );
}

type ActionProps = Pick<RowProps, 'line' | 'onAccept' | 'onLook'> & { readonly done: boolean };

/** What can be done with a line, or that it was done. */
function LineAction({ line, done, onAccept, onLook }: ActionProps) {
  const { name } = lineName(line);
  if (done)
    return (
      <span className={classes.done}>
        <IconCheck size={14} aria-hidden /> {t`Accepted`}
      </span>
    );
  const open = acceptedBy(line) !== undefined;
  return (
    <>
      {line.kind === 'group' ? <span className={classes.sure}>{sureWords(line.group)}</span> : null}
      <Button
        size="compact-sm"
        variant={open ? 'light' : 'subtle'}
        tabIndex={-1}
        aria-label={open ? t`Accept ${{ name }}` : t`Look into ${{ name }}`}
        onClick={open ? onAccept : onLook}
      >
        {open ? t`Accept` : t`Look`}
      </Button>
    </>
  );
}
