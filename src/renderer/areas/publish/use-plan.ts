import { plural, t } from '@lingui/core/macro';
import { keepPreviousData, useQuery } from '@tanstack/react-query';
import { useMemo, useRef } from 'react';
import type { Accepted, PlanEditions } from '../../../contract/import-plan.ts';
import type { StagingState } from '../../../contract/publish.ts';
import type { StagedRow } from '../../../contract/publish-rows.ts';
import { isDimensionField, ofFields } from '../../../shared/vocabulary/asset-fields.ts';
import type { RuledAttribute } from '../../../shared/vocabulary/rules.ts';
import { listed } from '../../../words/sentence.ts';
import { engine, orpc } from '../../base/engine-client.ts';
import { showDone, showError, showUndo } from '../../base/undo-toast.ts';
import {
  type AcceptedLines,
  acceptedBy,
  allAccepted,
  isNothing,
  linesOf,
  type PlanLine,
  rulePatterns,
} from './plan-lines.ts';
import { acceptedWords } from './plan-words.ts';

/** The import plan, and what can be done with it. */
type PlanOfDrop = {
  readonly lines: readonly PlanLine[];
  readonly rows: ReadonlyMap<string, StagedRow>;
  /** It was made at least once. */
  readonly ready: boolean;
  readonly accept: (line: PlanLine) => void;
  readonly acceptAll: () => void;
  readonly takeApart: (current: string) => void;
  /** Lets the files of a document in several languages be documents of their own. */
  readonly unlink: (editions: PlanEditions) => void;
  /** Keeps what a group was proposed, or is said of it, as a rule for folders of its name, of each of its names. */
  readonly keepRule: (line: PlanLine) => void;
  readonly undoLast: () => void;
};

const nothing: readonly PlanLine[] = [];

/** Asks for the plan of what is on the table, again whenever that has changed and nothing is being read. */
export function usePlan(state: StagingState): PlanOfDrop {
  const rows = useMemo(() => new Map(state.rows.map((row) => [row.id, row])), [state.rows]);
  const { data } = useQuery({
    ...orpc.publish.plan.queryOptions(),
    queryKey: ['import-plan', state.revision],
    enabled: state.progress === null,
    placeholderData: keepPreviousData,
    gcTime: 0,
  });
  const lines = useMemo(() => (data === undefined ? nothing : linesOf(data, rows)), [data, rows]);
  const steps = useRef<Accepted[]>([]);

  const takeBack = async (undo: Accepted): Promise<void> => {
    steps.current = steps.current.filter((step) => step !== undo);
    await engine.publish.takeBack(undo);
  };
  const accept = async (what: AcceptedLines, message: string): Promise<void> => {
    const { undo } = await engine.publish.accept(what);
    steps.current = [...steps.current, undo];
    showUndo({ id: 'plan-accepted', message, undo: () => takeBack(undo) });
  };
  return {
    lines,
    rows,
    ready: data !== undefined,
    accept: (line) => {
      const what = acceptedBy(line);
      if (what !== undefined) void accept(what, acceptedWords(line)).catch(showError);
    },
    acceptAll: () => {
      const what = allAccepted(lines);
      if (isNothing(what)) return;
      const message = plural(what.rows.length, {
        one: 'Accepted for # file.',
        other: 'Accepted for # files.',
      });
      void accept(what, message).catch(showError);
    },
    takeApart: (current) => {
      void engine.publish
        .takeApart({ families: [current] })
        .then(() => showDone(t`Each version is a file of its own again.`))
        .catch(showError);
    },
    unlink: ({ rows: those }) => {
      void engine.publish
        .setEach({ changes: those.map(({ row }) => ({ row, set: { editionOf: null } })) })
        .then(() => showDone(t`Each language is a document of its own again.`))
        .catch(showError);
    },
    keepRule: (line) => void keepRule(line).catch(showError),
    undoLast: () => {
      const last = steps.current.at(-1);
      if (last !== undefined) void takeBack(last).catch(showError);
    },
  };
}

async function keepRule(line: PlanLine): Promise<void> {
  if (line.kind !== 'group') return;
  const patterns = rulePatterns(line);
  const undo: string[] = [];
  for (const pattern of patterns) {
    const kept = await engine.rules.keep({ pattern, set: ruledFields(line.group.proposed) });
    if (kept.undo !== undefined) undo.push(kept.undo);
  }
  if (patterns.length === 0) return;
  const names = listed(patterns);
  const message = plural(patterns.length, {
    one: `Rule kept: ${names}. Later imports follow it.`,
    other: `# rules kept: ${names}. Later imports follow them.`,
  });
  showUndo({ message, undo: () => (undo.length === 0 ? undefined : engine.undo.take({ undo })) });
}

type RuledFields = Parameters<typeof engine.rules.keep>[0]['set'];
type Proposals = Extract<PlanLine, { kind: 'group' }>['group']['proposed'];

/** What is proposed, as a rule says it. The language is each document's own. */
function ruledFields(proposed: Proposals): RuledFields {
  const values = (attribute: RuledAttribute): string[] | undefined =>
    proposed.find((proposal) => proposal.attribute === attribute)?.values;
  const [type] = values('type') ?? [];
  const audience = values('audience')?.find((value) => value === 'internal' || value === 'customer');
  const [stages, personas, products] = [values('stages'), values('personas'), values('products')];
  const terms = proposed.flatMap(({ attribute, values: ids }) =>
    isDimensionField(attribute) ? [[attribute, ids] as const] : [],
  );
  return {
    ...ofFields<RuledFields>(terms),
    ...(type !== undefined && { type }),
    ...(stages !== undefined && { stages }),
    ...(personas !== undefined && { personas }),
    ...(products !== undefined && { products }),
    ...(audience !== undefined && { audience }),
  };
}
