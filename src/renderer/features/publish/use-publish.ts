import { useMemo, useState } from 'react';
import type { RowFields, StagedRow } from '../../../contract/publish.ts';
import { useTaxonomy } from '../../app/use-taxonomy.ts';
import { plural } from '../../ui/plural.ts';
import { showDone } from '../../ui/undo-toast.ts';
import { planPaste } from './cell-text.ts';
import { COLUMNS, type ColumnKey } from './columns.ts';
import { type PublishPlan, planPublish } from './publish-plan.ts';
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
  readonly current: StagedRow | undefined;
  readonly setActive: (id: string | null) => void;
  readonly plan: PublishPlan;
  /** Why the last attempt was refused, until what was missing is filled in. */
  readonly refusal: string | null;
  /** Publishes; answers the rows that miss something, of which none was published. */
  readonly publish: (draft: boolean) => Promise<readonly string[]>;
  readonly edits: RowEdits;
};

/** The changes of fields, each with its own words for undo. */
export type RowEdits = {
  readonly set: (rows: readonly string[], set: Partial<RowFields>, what?: string) => void;
  readonly addTags: (tags: readonly string[]) => void;
  readonly paste: (
    text: string,
    at: { readonly rows: readonly (string | null)[]; readonly column: ColumnKey },
  ) => void;
  readonly undo: () => void;
};

function editsOf(
  changes: RowChanges,
  rows: readonly StagedRow[],
  selected: ReadonlySet<string>,
  terms: RowTerms,
): RowEdits {
  return {
    set: (ids, set, what) => {
      const label = what ?? `${COLUMNS.find((column) => column.key in set)?.label ?? 'Value'} set`;
      changes.change(
        ids.map((row) => ({ row, set })),
        ids.length === 1 ? `${label}.` : `${label} for ${plural(ids.length, 'row')}.`,
      );
    },
    addTags: (tags) => {
      const chosen = rows.filter((row) => selected.has(row.id));
      changes.change(
        chosen.map((row) => ({ row: row.id, set: { tags: [...new Set([...row.fields.tags, ...tags])] } })),
        `Tags added to ${plural(chosen.length, 'row')}.`,
      );
    },
    paste: (text, at) => {
      const { changes: pasted, unknown, linesLeft } = planPaste(text, at, terms);
      changes.change(pasted, `Pasted into ${plural(pasted.length, 'row')}.`);
      if (unknown.length > 0) {
        showDone(`Left out, because nothing here is called that: ${unknown.slice(0, 5).join(', ')}.`);
      }
      if (linesLeft > 0) showDone(`${plural(linesLeft, 'line')} left out: there were no more rows.`);
    },
    undo: changes.undoLast,
  };
}

function refusalFor(plan: PublishPlan): string {
  const missing = plan.incomplete.length;
  const rows = missing === 1 ? 'One row misses something' : `${plural(missing, 'row')} miss something`;
  return `${rows}. Nothing was published yet: fill in what is marked, then publish again.`;
}

/** What is on the table, and what can be done with it. */
export function usePublish(staging: Staging): Publish {
  const taxonomy = useTaxonomy();
  const terms = useMemo(() => rowTermsOf(taxonomy), [taxonomy]);
  const changes = useRowChanges(staging);
  const actions = usePublishActions(changes.remember);
  const [picked, select] = useState<ReadonlySet<string>>(nothing);
  const [activeId, setActive] = useState<string | null>(null);
  const [refused, setRefused] = useState<string | null>(null);

  const staged = staging.state?.rows ?? noRows;
  const all = useMemo(() => staged.filter((row) => !actions.hidden.has(row.id)), [staged, actions.hidden]);
  useVideoPosters(all);
  const view = useTableView(all, terms);
  const selected = useMemo(
    () => new Set(view.rows.filter((row) => picked.has(row.id)).map((row) => row.id)),
    [view.rows, picked],
  );
  const plan = planPublish(all, selected);

  const publish = async (draft: boolean) => {
    if (plan.incomplete.length > 0) {
      setRefused(refusalFor(plan));
      return plan.incomplete;
    }
    const result = await actions.publish(plan.rows, draft);
    setRefused(result.outcome === 'refused' ? result.message : null);
    if (result.outcome === 'published') select(nothing);
    return [];
  };
  return {
    all,
    view,
    terms,
    actions,
    selected,
    select,
    current: view.rows.find((row) => row.id === activeId) ?? view.rows[0],
    setActive,
    plan,
    refusal: refused,
    publish,
    edits: editsOf(changes, all, selected, terms),
  };
}
