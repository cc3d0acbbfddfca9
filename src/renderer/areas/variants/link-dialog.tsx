import { t } from '@lingui/core/macro';
import { ActionIcon, Radio, Select, Tooltip } from '@mantine/core';
import { IconX } from '@tabler/icons-react';
import { useQueries } from '@tanstack/react-query';
import { useState } from 'react';
import type { AssetDetail } from '../../../contract/assets.ts';
import { MOST_VARIANTS } from '../../../shared/limits.ts';
import { languageName, listed } from '../../../words/sentence.ts';
import { AskedDialog } from '../../base/asked-dialog.tsx';
import { orpc } from '../../base/engine-client.ts';
import { LoadingRows } from '../../ui/loading-rows.tsx';
import { StepFrame } from '../../ui/step-frame.tsx';
import { AssetPicker } from '../assets/asset-picker.tsx';
import { languagesTwice, usualOriginal } from './link-plan.ts';
import { linkEditions } from './variant-actions.ts';
import classes from './variants.module.css';
import { type LinkAsked, linkAsked } from './variants-state.ts';

/** Asks which of some assets is the original of the others, in which languages they are, and what they follow. */
export function LinkDialog() {
  return (
    <AskedDialog store={linkAsked} titleOf={() => t`Link as language versions`} size="lg">
      {(asked, close) => <LinkForm key={asked.assets.join()} asked={asked} onClose={close} />}
    </AskedDialog>
  );
}

/** What stands for ‘nobody knows’ among the versions. */
const UNKNOWN = 'unknown';

function LinkForm({ asked, onClose }: { readonly asked: LinkAsked; readonly onClose: () => void }) {
  const [added, setAdded] = useState<readonly string[]>([]);
  const [chosen, setChosen] = useState<string>();
  const [follows, setFollows] = useState<string | null>(null);
  const ids = [...new Set([...asked.assets, ...added])];
  const asking = useQueries({
    queries: ids.map((asset) => orpc.assets.get.queryOptions({ input: { asset } })),
  });
  const assets = asking.flatMap(({ data }) => data ?? []);
  if (assets.length < ids.length) return <LoadingRows count={2} picture />;
  const original = assets.find(({ id }) => id === chosen) ?? usualOriginal(assets);
  const others = assets.filter(({ id }) => id !== original?.id);
  const link = async (): Promise<boolean> => {
    if (original === undefined) return false;
    const done = await linkEditions({
      assets: others.map(({ id }) => id),
      of: original.id,
      // Nobody said that the original of those that are linked already is to be another one.
      asOriginal: chosen !== undefined || original.variants.length === 0,
      ...(follows !== null && { follows: follows === UNKNOWN ? null : Number(follows) }),
    });
    if (done) asked.done?.();
    return done;
  };
  return (
    <StepFrame
      ready={others.length > 0 && original !== undefined}
      word={t`Link`}
      take={link}
      onClose={onClose}
    >
      <Originals
        assets={assets}
        original={original?.id}
        added={added}
        takesFocus={asked.assets.length > 1}
        onChoose={(id) => {
          setChosen(id);
          setFollows(null);
        }}
        onRemove={(id) => setAdded(added.filter((one) => one !== id))}
      />
      <Warnings assets={assets} />
      {original !== undefined && others.length > 0 && (
        <Follows original={original} value={follows} onChange={setFollows} />
      )}
      {asked.assets.length === 1 && ids.length < MOST_VARIANTS && (
        <AssetPicker
          key={added.length}
          label={added.length === 0 ? t`Its other language` : t`One more language`}
          value={null}
          except={[...ids, ...assets.flatMap(({ variants }) => variants.map(({ asset }) => asset))]}
          autoFocus
          onPick={({ id }) => setAdded([...added, id])}
        />
      )}
    </StepFrame>
  );
}

type OriginalsProps = {
  readonly assets: readonly AssetDetail[];
  readonly original: string | undefined;
  /** Those that were added here: they can be left out again. */
  readonly added: readonly string[];
  readonly takesFocus: boolean;
  readonly onChoose: (id: string) => void;
  readonly onRemove: (id: string) => void;
};

/** Which of the assets is the original. */
function Originals({ assets, original, added, takesFocus, onChoose, onRemove }: OriginalsProps) {
  return (
    <Radio.Group
      label={t`Which one is the original?`}
      description={t`The others are its translations. People see the one in their language.`}
      value={original ?? ''}
      onChange={onChoose}
    >
      <div className={classes.choices} ref={takesFocus ? focusChosen : undefined}>
        {assets.map((asset) => (
          <Choice
            key={asset.id}
            asset={asset}
            onRemove={added.includes(asset.id) ? () => onRemove(asset.id) : undefined}
          />
        ))}
      </div>
    </Radio.Group>
  );
}

/** The assets come after the dialog, which gave the focus to its cross. */
function focusChosen(choices: HTMLElement | null): void {
  choices?.querySelector<HTMLElement>('input:checked')?.focus();
}

function Choice({
  asset,
  onRemove,
}: {
  readonly asset: AssetDetail;
  readonly onRemove: (() => void) | undefined;
}) {
  const language =
    asset.language === undefined || asset.language === '' ? t`no language` : languageName(asset.language);
  return (
    <div className={classes.choice}>
      <Radio value={asset.id} label={asset.title} />
      <span className={classes.quiet}>{language}</span>
      {onRemove === undefined ? null : (
        <Tooltip label={t`Leave out`}>
          <ActionIcon aria-label={t`Leave out ${{ title: asset.title }}`} onClick={onRemove}>
            <IconX size={16} aria-hidden />
          </ActionIcon>
        </Tooltip>
      )}
    </div>
  );
}

/** What keeps people from seeing the one in their language. */
function Warnings({ assets }: { readonly assets: readonly AssetDetail[] }) {
  const twice = languagesTwice(assets);
  const without = assets.filter(({ language }) => language === undefined || language === '');
  return (
    <>
      {twice.length > 0 && (
        <p className={classes.warning} role="alert">
          {t`More than one of them is in ${{ languages: listed(twice.map(languageName)) }}.`}
        </p>
      )}
      {without.length > 0 && (
        <p className={classes.warning}>
          {t`Set the language of ${{ titles: listed(without.map(({ title }) => title)) }} in its details so that people find it.`}
        </p>
      )}
    </>
  );
}

/** Which version of the original the translations have; not asked while it has one. */
function Follows({
  original,
  value,
  onChange,
}: {
  readonly original: AssetDetail;
  readonly value: string | null;
  readonly onChange: (value: string | null) => void;
}) {
  const published = original.versions.filter(({ draft }) => draft !== true);
  const [current] = published;
  if (current === undefined || published.length < 2) return null;
  return (
    <Select
      label={t`They are translations of`}
      data={[
        ...published.map(({ id, number }) => ({
          value: String(number),
          label: id === original.version.id ? t`Version ${{ number }} (current)` : t`Version ${{ number }}`,
        })),
        { value: UNKNOWN, label: t`Not known` },
      ]}
      allowDeselect={false}
      comboboxProps={{ withinPortal: true }}
      value={value ?? String(current.number)}
      onChange={onChange}
    />
  );
}
