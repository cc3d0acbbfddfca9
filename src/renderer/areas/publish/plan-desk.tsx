import { plural, t } from '@lingui/core/macro';
import { Button } from '@mantine/core';
import { useMemo, useState } from 'react';
import { z } from 'zod';
import type { StagingState } from '../../../contract/publish.ts';
import { engine } from '../../base/engine-client.ts';
import { useRemembered } from '../../base/remembered.ts';
import { showError } from '../../base/undo-toast.ts';
import { useTaxonomy } from '../../base/use-taxonomy.ts';
import { Screen } from '../../ui/screen.tsx';
import classes from './plan.module.css';
import { allAccepted, isNothing, type PlanLine } from './plan-lines.ts';
import { PlanList } from './plan-list.tsx';
import { PlanLook } from './plan-look.tsx';
import { PlanReading } from './plan-reading.tsx';
import { PlanRules } from './plan-rules.tsx';
import { rowTermsOf } from './row-terms.ts';
import { StagingProgress } from './staging-progress.tsx';
import { usePlan } from './use-plan.ts';

type Props = { readonly state: StagingState; readonly onTable: () => void };

const cancel = () => void engine.publish.cancel().catch(showError);

/** What an import would do, by folder, before the table. */
export function PlanDesk({ state, onTable }: Props) {
  const plan = usePlan(state);
  const taxonomy = useTaxonomy();
  const terms = useMemo(() => rowTermsOf(taxonomy), [taxonomy]);
  const [at, setAt] = useState(0);
  const [look, setLook] = useRemembered('publish.plan-look', z.boolean(), false);
  const active = Math.min(at, Math.max(0, plan.lines.length - 1));
  const line = plan.lines[active];
  return (
    <Screen
      title={t`Import plan`}
      ready={plan.ready || state.progress !== null}
      fill
      actions={<PlanActions lines={plan.lines} onTable={onTable} onAcceptAll={plan.acceptAll} />}
    >
      <div className={classes.body}>
        <div className={classes.main}>
          <p className={classes.summary}>{summaryOf(state)}</p>
          {state.progress === null ? null : <StagingProgress progress={state.progress} onCancel={cancel} />}
          {plan.ready ? (
            <PlanList
              lines={plan.lines}
              active={active}
              terms={terms}
              looking={look}
              onActive={setAt}
              onAccept={plan.accept}
              onAcceptAll={plan.acceptAll}
              onTable={onTable}
              onLook={setLook}
              onRule={plan.keepRule}
              onUndo={plan.undoLast}
            />
          ) : (
            <PlanReading rows={state.rows} />
          )}
          <PlanRules terms={terms} />
        </div>
        {look && line !== undefined ? (
          <PlanLook
            line={line}
            rows={plan.rows}
            terms={terms}
            onTakeApart={plan.takeApart}
            onUnlink={plan.unlink}
            onRule={() => plan.keepRule(line)}
            onClose={() => setLook(false)}
          />
        ) : null}
      </div>
    </Screen>
  );
}

type ActionProps = {
  readonly lines: readonly PlanLine[];
  readonly onTable: () => void;
  readonly onAcceptAll: () => void;
};

function PlanActions({ lines, onTable, onAcceptAll }: ActionProps) {
  return (
    <>
      <Button variant="default" onClick={onTable}>{t`To the table`}</Button>
      <Button disabled={isNothing(allAccepted(lines))} onClick={onAcceptAll}>
        {t`Accept all`}
      </Button>
    </>
  );
}

/** ‘302 files · 248 new · 44 copies · 3 failed · 7 system files skipped’ */
function summaryOf({ rows, skipped }: StagingState): string {
  const count = (is: (row: StagingState['rows'][number]) => boolean) => rows.filter(is).length;
  const ready = count(({ state }) => state === 'ready');
  const copies = count(({ state }) => state === 'duplicate');
  const failed = count(({ state }) => state === 'failed');
  return [
    plural(rows.length, { one: '# file', other: '# files' }),
    plural(ready, { one: '# new', other: '# new' }),
    ...(copies > 0 ? [plural(copies, { one: '# copy', other: '# copies' })] : []),
    ...(failed > 0 ? [plural(failed, { one: '# failed', other: '# failed' })] : []),
    ...(skipped > 0
      ? [plural(skipped, { one: '# system file skipped', other: '# system files skipped' })]
      : []),
  ].join(' · ');
}
