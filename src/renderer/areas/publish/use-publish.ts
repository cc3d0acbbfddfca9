import { plural, t } from '@lingui/core/macro';
import { useMemo, useState } from 'react';
import type { RowChange, StagedRow } from '../../../contract/publish-rows.ts';
import { engine } from '../../base/engine-client.ts';
import { showError, showUndo } from '../../base/undo-toast.ts';
import { useTaxonomy } from '../../base/use-taxonomy.ts';
import { columnsOf } from './columns.ts';
import { type PastePlan, type PasteTarget, planPaste } from './paste-plan.ts';
import { type PublishPlan, planPublish, type Refused, refusalWords } from './publish-plan.ts';
import { changedCells, effectOf, settable } from './row-effect.ts';
import { type RowTerms, rowTermsOf } from './row-terms.ts';
import { type PublishActions, usePublishActions } from './use-publish-actions.ts';
import { type RowChanges, useRowChanges } from './use-row-changes.ts';
import type { Staging } from './use-staging.ts';
import { type TableView, useTableView } from './use-table-view.ts';
import { useVideoPosters } from './use-video-posters.ts';

const nothing: ReadonlySet<string> = new Set();
const noRows: readonly StagedRow[] = [];

/** Everything that the publish screen shows and does. */
export type Publish = {
  readonly all: readonly StagedRow[];
  readonly view: TableView;
  readonly terms: RowTerms;
  readonly actions: PublishActions;
  readonly selected: ReadonlySet<string>;
  readonly select: (ids: ReadonlySet<string>) => void;
  /** The row that the keyboard is on and that is previewed, and where it stands now. */
  readonly current: StagedRow | undefined;
  readonly currentIndex: number;
  readonly setActive: (id: string | null) => void;
  readonly plan: PublishPlan;
  /** Why the last attempt was refused, until what was missing is filled in. */
  readonly refusal: string | null;
  /** Publishes; answers the rows that miss something. */
  readonly publish: (draft: boolean) => Promise<readonly string[]>;
  /** Publishes what misses nothing and leaves the rest; null while nothing was refused, or nothing is ready. */
  readonly publishComplete: (() => void) | null;
  readonly edits: RowEdits;
  /** What was pasted and waits for a yes. */
  readonly pasted: PastePlan | null;
  readonly applyPaste: () => void;
  readonly leavePaste: () => void;
};

/** The changes of fields, each with its own words for undo. */
type RowEdits = {
  /** One row, from its cell or its preview. */
  readonly set: (row: string, set: RowChange['set'], what?: string) => void;
  /** All selected rows that take fields. */
  readonly setSelected: (set: RowChange['set'], what: string) => void;
  readonly addTags: (tags: readonly string[]) => void;
  readonly paste: (text: string, at: PasteTarget) => void;
  /** Keeps this one of several copies. */
  readonly keep: (row: string) => void;
  readonly undo: () => void;
};

function labelOf(set: RowChange['set'], terms: RowTerms): string {
  return columnsOf(terms).find((column) => column.key in set)?.label ?? t`Value`;
}

function pastedWords({ effect }: PastePlan): string {
  return plural(changedCells(effect), { one: 'Pasted: # cell changed.', other: 'Pasted: # cells changed.' });
}

function editsOf(
  changes: RowChanges,
  rows: readonly StagedRow[],
  selected: ReadonlySet<string>,
  setPasted: (plan: PastePlan) => void,
  terms: RowTerms,
): RowEdits {
  const chosen = settable(rows.filter((row) => selected.has(row.id)));
  const changeMany = (many: readonly RowChange[], what: string) => {
    const changed = changedCells(effectOf(rows, many));
    if (changed === 0) return;
    const message = plural(changed, { one: `${what}: # cell changed.`, other: `${what}: # cells changed.` });
    changes.change(many, message);
  };
  const keep = async (row: string) => {
    const { kept, before } = await engine.publish.keep({ row });
    const message = t`This copy is kept now.`;
    const undo = async () => {
      await engine.publish.keep({ row: kept, carry: false });
      await engine.publish.setEach({ changes: [before] });
    };
    const forget = changes.remember(message, undo);
    showUndo({
      message,
      undo: () => {
        forget();
        return undo();
      },
    });
  };
  return {
    set: (row, set, what) =>
      changes.change([{ row, set }], what ?? t`${{ field: labelOf(set, terms) }} set.`),
    setSelected: (set, what) =>
      changeMany(
        chosen.map((row) => ({ row: row.id, set })),
        what,
      ),
    addTags: (tags) =>
      changes.change(
        chosen.map((row) => ({ row: row.id, set: { tags: [...new Set([...row.fields.tags, ...tags])] } })),
        plural(chosen.length, { one: 'Tags added to # row.', other: 'Tags added to # rows.' }),
      ),
    paste: (text, at) => setPasted(planPaste(text, at, terms)),
    keep: (row) => void keep(row).catch(showError),
    undo: changes.undoLast,
  };
}

/** The row that is current: the one that was, wherever it stands now; else the one that took its place. */
function useCurrent(rows: readonly StagedRow[]) {
  const [active, setActive] = useState<{ readonly id: string | null; readonly index: number }>(first);
  const found = rows.findIndex((row) => row.id === active.id);
  const currentIndex = found >= 0 ? found : Math.max(0, Math.min(active.index, rows.length - 1));
  return {
    current: rows[currentIndex],
    currentIndex,
    setActive: (id: string | null) =>
      setActive({
        id,
        index: Math.max(
          0,
          rows.findIndex((row) => row.id === id),
        ),
      }),
  };
}

const first = { id: null, index: 0 } as const;

/** What was pasted, until it is applied or left. */
function usePasted(changes: RowChanges) {
  const [pasted, setPasted] = useState<PastePlan | null>(null);
  return {
    pasted,
    setPasted,
    applyPaste: () => {
      if (pasted !== null) {
        changes.change(pasted.changes, pastedWords(pasted));
      }
      setPasted(null);
    },
    leavePaste: () => setPasted(null),
  };
}

/** What is on the table, and what can be done with it. */
export function usePublish(staging: Staging): Publish {
  const taxonomy = useTaxonomy();
  const terms = useMemo(() => rowTermsOf(taxonomy), [taxonomy]);
  const changes = useRowChanges(staging);
  const actions = usePublishActions(changes.remember);
  const [picked, select] = useState<ReadonlySet<string>>(nothing);
  const [refused, setRefused] = useState<Refused | null>(null);
  const { setPasted, ...pasting } = usePasted(changes);

  const staged = staging.state?.rows ?? noRows;
  const all = useMemo(() => staged.filter((row) => !actions.hidden.has(row.id)), [staged, actions.hidden]);
  useVideoPosters(all);
  const view = useTableView(all, terms);
  const selected = useMemo(
    () => new Set(view.rows.filter((row) => picked.has(row.id)).map((row) => row.id)),
    [view.rows, picked],
  );
  const plan = planPublish(all, selected);

  const send = async (rows: readonly string[], draft: boolean): Promise<boolean> => {
    const result = await actions.publish(rows, draft);
    if (result.outcome === 'refused') setRefused({ why: 'engine', message: result.message });
    return result.outcome === 'published';
  };
  const publish = async (draft: boolean): Promise<readonly string[]> => {
    const untitled = plan.rows.filter((row) => !plan.drafts.includes(row));
    const left = draft ? untitled : plan.incomplete;
    setRefused(left.length === 0 ? null : { why: draft ? 'untitled' : 'incomplete', rows: left });
    // Drafts are saved as far as they can be; what is published comes out as a whole.
    const rows = draft ? plan.drafts : left.length > 0 ? [] : plan.rows;
    if (rows.length > 0 && (await send(rows, draft))) select(nothing);
    return left;
  };
  const publishComplete = async (): Promise<void> => {
    setRefused(null);
    if (await send(plan.complete, false)) select(nothing);
  };
  const refusal = refusalWords(refused, all);
  return {
    all,
    view,
    terms,
    actions,
    selected,
    select,
    ...useCurrent(view.rows),
    plan,
    refusal,
    publish,
    publishComplete:
      refusal !== null && refused?.why === 'incomplete' && plan.complete.length > 0
        ? () => void publishComplete()
        : null,
    edits: editsOf(changes, all, selected, setPasted, terms),
    ...pasting,
  };
}
