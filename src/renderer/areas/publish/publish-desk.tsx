import { plural, t } from '@lingui/core/macro';
import { Alert, Button, Menu, Tooltip } from '@mantine/core';
import { useMediaQuery } from '@mantine/hooks';
import { IconChecks, IconFilePlus, IconFiles, IconFolder } from '@tabler/icons-react';
import { useRef } from 'react';
import { z } from 'zod';
import { useRemembered } from '../../base/remembered.ts';
import { EmptyState } from '../../ui/empty-state.tsx';
import { Screen } from '../../ui/screen.tsx';
import { TableMenu } from '../metadata/table-menu.tsx';
import { BulkBar } from './bulk-bar.tsx';
import { PasteDialog } from './paste-dialog.tsx';
import { PublishEmpty } from './publish-empty.tsx';
import classes from './publish-screen.module.css';
import { PublishTable, type PublishTableHandle } from './publish-table.tsx';
import { PublishTools } from './publish-tools.tsx';
import { RowPreview } from './row-preview.tsx';
import { chooseAndStage } from './stage-files.ts';
import { StagingProgress } from './staging-progress.tsx';
import { type Publish, usePublish } from './use-publish.ts';
import type { Staging } from './use-staging.ts';

type Props = {
  readonly staging: Staging & { readonly state: NonNullable<Staging['state']> };
  /** Shows the plan instead; null where there is none worth it. */
  readonly onPlan: (() => void) | null;
};

// The rows come with the engine's next push: there is nowhere to go.
const stay = () => undefined;
const chooseFiles = () => void chooseAndStage('files', stay);
const chooseFolder = () => void chooseAndStage('folder', stay);

/** In place of the table where only incomplete rows are shown and none is. */
function AllComplete({ onShowAll }: { readonly onShowAll: () => void }) {
  return (
    <EmptyState
      icon={IconChecks}
      title={t`No row is incomplete`}
      text={t`Everything that is left on the table has what it needs.`}
      action={
        <Button variant="default" onClick={onShowAll}>
          {t`Show all rows`}
        </Button>
      }
    />
  );
}

/** The publish table with everything around it. */
export function PublishDesk({ staging, onPlan }: Props) {
  const desk = usePublish(staging);
  const wide = useMediaQuery('(min-width: 1100px)', true, { getInitialValueInEffect: false });
  const [preview, setPreview] = useRemembered<boolean>(
    wide ? 'publish-preview' : 'publish-preview-narrow',
    z.boolean(),
    wide,
  );
  const table = useRef<PublishTableHandle>(null);
  const { progress, skipped } = staging.state;
  const publish = async (draft: boolean) => {
    const incomplete = await desk.publish(draft);
    if (incomplete.length > 0) table.current?.showFirstMissing(incomplete);
  };

  if (desk.all.length === 0 && progress === null) {
    return (
      <Screen title={t`Publish`} ready fill actions={<TableMenu />}>
        <PublishEmpty onChooseFiles={chooseFiles} onChooseFolder={chooseFolder} />
      </Screen>
    );
  }
  const { current, actions } = desk;
  return (
    <Screen
      title={t`Publish`}
      ready
      fill
      actions={<DeskActions desk={desk} onPublish={(draft) => void publish(draft)} onPlan={onPlan} />}
    >
      <div className={classes.body}>
        <div className={classes.main}>
          {progress ? <StagingProgress progress={progress} onCancel={actions.cancel} /> : null}
          {desk.refusal !== null ? <Refusal desk={desk} /> : null}
          <DeskTools desk={desk} skipped={skipped} preview={preview} onPreview={setPreview} />
          {desk.view.onlyMissing && desk.view.rows.length === 0 ? (
            <AllComplete onShowAll={() => desk.view.setOnlyMissing(false)} />
          ) : (
            <PublishTable
              ref={table}
              rows={desk.view.rows}
              current={desk.currentIndex}
              terms={desk.terms}
              selected={desk.selected}
              refused={desk.refusal !== null}
              sort={desk.view.sort}
              onSort={desk.view.onSort}
              onSelect={desk.select}
              onActive={desk.setActive}
              onSet={desk.edits.set}
              onPaste={desk.edits.paste}
              onUndo={desk.edits.undo}
            />
          )}
        </div>
        {preview && current ? (
          <RowPreview
            row={current}
            onSet={(set, what) => desk.edits.set(current.id, set, what)}
            onKeep={(row) => {
              desk.edits.keep(row);
              desk.setActive(row);
            }}
            onShow={desk.setActive}
            onRetry={() => actions.retry([current.id])}
            onRemove={() => actions.discard([current.id])}
          />
        ) : null}
      </div>
      {desk.pasted === null ? null : (
        <PasteDialog
          plan={desk.pasted}
          onDone={(apply) => {
            if (apply) desk.applyPaste();
            else desk.leavePaste();
            table.current?.focus();
          }}
        />
      )}
    </Screen>
  );
}

/** Why the last attempt was refused, and what can be published all the same. */
function Refusal({ desk }: Pick<ActionProps, 'desk'>) {
  return (
    <Alert color="red" variant="light" role="alert" py="xs">
      <div className={classes.refusal}>
        <span>{desk.refusal}</span>
        {desk.publishComplete === null ? null : (
          <Button
            size="compact-sm"
            variant="default"
            loading={desk.actions.publishing}
            onClick={desk.publishComplete}
          >
            {plural(desk.plan.complete.length, {
              one: 'Publish the one that is ready',
              other: 'Publish the # that are ready',
            })}
          </Button>
        )}
      </div>
    </Alert>
  );
}

type ToolsProps = Pick<ActionProps, 'desk'> & {
  readonly skipped: Props['staging']['state']['skipped'];
  readonly preview: boolean;
  readonly onPreview: (preview: boolean) => void;
};

/** What can be done with the selected rows; while none is, with the table. */
function DeskTools({ desk, skipped, preview, onPreview }: ToolsProps) {
  const { actions } = desk;
  if (desk.selected.size > 0) {
    return (
      <BulkBar
        rows={desk.view.rows.filter((row) => desk.selected.has(row.id))}
        terms={desk.terms}
        onSet={desk.edits.setSelected}
        onAddTags={desk.edits.addTags}
        onRemove={() => actions.discard([...desk.selected])}
        onClear={() => desk.select(new Set())}
      />
    );
  }
  return (
    <PublishTools
      rows={desk.all}
      skipped={skipped}
      onlyMissing={desk.view.onlyMissing}
      onOnlyMissing={desk.view.setOnlyMissing}
      preview={preview}
      onPreview={onPreview}
      onRetry={actions.retry}
      onRemove={actions.discard}
    />
  );
}

type ActionProps = {
  readonly desk: Publish;
  readonly onPublish: (draft: boolean) => void;
  readonly onPlan: (() => void) | null;
};

function DeskActions({ desk, onPublish, onPlan }: ActionProps) {
  const { plan, actions } = desk;
  const disabled = plan.disabled !== null;
  return (
    <>
      <TableMenu />
      {onPlan === null ? null : <Button variant="subtle" onClick={onPlan}>{t`Import plan`}</Button>}
      <Menu position="bottom-end" transitionProps={{ duration: 0 }}>
        <Menu.Target>
          <Button
            variant="subtle"
            leftSection={<IconFilePlus size={16} aria-hidden />}
          >{t`Add files`}</Button>
        </Menu.Target>
        <Menu.Dropdown>
          <Menu.Item
            leftSection={<IconFiles size={16} aria-hidden />}
            onClick={chooseFiles}
          >{t`Choose files`}</Menu.Item>
          <Menu.Item
            leftSection={<IconFolder size={16} aria-hidden />}
            onClick={chooseFolder}
          >{t`Choose a folder`}</Menu.Item>
        </Menu.Dropdown>
      </Menu>
      <Button variant="default" disabled={disabled || actions.publishing} onClick={() => onPublish(true)}>
        {plural(plan.drafts.length, { one: 'Save as draft', other: 'Save as drafts' })}
      </Button>
      <Tooltip label={plan.disabled ?? ''} disabled={!disabled}>
        <Button
          loading={actions.publishing}
          {...(disabled
            ? { 'data-disabled': true, 'aria-disabled': true, 'aria-description': plan.disabled ?? '' }
            : {})}
          onClick={() => {
            if (!disabled) onPublish(false);
          }}
        >
          {plural(plan.rows.length, { one: 'Publish # asset', other: 'Publish # assets' })}
        </Button>
      </Tooltip>
    </>
  );
}
