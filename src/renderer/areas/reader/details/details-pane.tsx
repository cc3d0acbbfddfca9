import { plural, t } from '@lingui/core/macro';
import { Trans } from '@lingui/react/macro';
import { Button } from '@mantine/core';
import {
  IconArchive,
  IconFileUpload,
  IconHandStop,
  IconRosetteDiscountCheck,
  IconSend,
  IconWorldUpload,
} from '@tabler/icons-react';
import { useNavigate } from '@tanstack/react-router';
import type { ReactNode } from 'react';
import type { AssetDetail, AssetVersion } from '../../../../contract/assets.ts';
import { markedName } from '../../../../words/new-members.ts';
import { listed, sentencesOf } from '../../../../words/sentence.ts';
import { readByMessage, textMessage } from '../../../../words/texts.ts';
import { AssetBadges } from '../../../ui/asset-badges.tsx';
import { RelativeTime } from '../../../ui/relative-time.tsx';
import { publishAssets, publishWord } from '../../assets/publish-assets.ts';
import { askForRecall } from '../../assets/recall-assets.ts';
import { archive, askForStep } from '../../assets/steps.ts';
import { AssetHistory } from '../../history/history-section.tsx';
import { RatingDistribution } from '../../ratings/rating-distribution.tsx';
import { RatingList } from '../../ratings/rating-list.tsx';
import { EditionList } from '../../variants/edition-list.tsx';
import { AssetFacts } from './asset-facts.tsx';
import classes from './details.module.css';
import { Fact } from './fact.tsx';
import { TextEditor } from './field-editors.tsx';
import { stageNewVersion } from './stage-new-version.ts';
import { useEdit } from './use-edit.ts';
import { VersionList } from './version-list.tsx';

type Props = {
  readonly asset: AssetDetail;
  readonly version: AssetVersion;
  readonly onOpenVersion: (version: string) => void;
};

/** What the asset is for, how useful it was, its versions and what people said of it. */
export function DetailsPane({ asset, version, onOpenVersion }: Props) {
  const edit = useEdit(asset);
  const found = sentencesOf(textMessage(version.text), readByMessage(version));
  return (
    <aside className={classes.details} aria-label={t`Details`}>
      <AssetBadges asset={{ ...asset, version }} />
      {found !== '' && <p className={classes.hint}>{found}</p>}
      <Summary asset={asset} onSave={(summary) => edit.change({ summary }, t`Summary changed.`)} />
      <Section title={t`What it is for`}>
        <AssetFacts asset={asset} onChange={edit.change} />
        <Contributors asset={asset} />
      </Section>
      {asset.can.edit && <MarketerActions asset={asset} edit={edit} />}
      <Section title={t`Usefulness`}>
        <RatingDistribution usefulness={asset.usefulness} />
        <p className={classes.hint}>
          <Used uses={asset.uses} lastAt={asset.lastUsedAt} />
        </p>
        <RatingList ratings={asset.ratings} current={asset.version.number} />
      </Section>
      {(asset.can.edit || asset.variants.length > 0) && (
        <Section title={t`Languages`}>
          <EditionList asset={asset} />
        </Section>
      )}
      <Section title={t`Versions`}>
        <VersionList asset={asset} reading={version.id} onOpen={onOpenVersion} />
      </Section>
      <AssetHistory asset={asset.id} />
    </aside>
  );
}

/** Who proposed it to marketing. */
function Contributors({ asset: { contributors } }: { readonly asset: AssetDetail }) {
  if (contributors.length === 0) return null;
  return (
    <dl className={classes.facts}>
      <Fact label={t`Contributor`} change="">
        {listed(contributors.map(markedName))}
      </Fact>
    </dl>
  );
}

function Used({ uses, lastAt }: { readonly uses: number; readonly lastAt: number | null }) {
  if (uses === 0) return t`Not used yet`;
  if (lastAt === null) return t`Used ${plural(uses, { one: '# time', other: '# times' })}`;
  return (
    <Trans>
      Used {plural(uses, { one: '# time', other: '# times' })}, most recently <RelativeTime at={lastAt} />
    </Trans>
  );
}

function Section({ title, children }: { readonly title: string; readonly children: ReactNode }) {
  return (
    <section className={classes.section}>
      <h2>{title}</h2>
      {children}
    </section>
  );
}

function Summary({
  asset,
  onSave,
}: {
  readonly asset: AssetDetail;
  readonly onSave: (summary: string) => void;
}) {
  if (!asset.can.edit)
    return asset.summary === '' ? null : <p className={classes.summary}>{asset.summary}</p>;
  return (
    <dl className={classes.facts}>
      <Fact
        label={t`Summary`}
        change={t`Change summary`}
        editor={(close) => (
          <TextEditor label={t`Summary`} value={asset.summary} lines close={close} onSave={onSave} />
        )}
      >
        {asset.summary === '' ? <span className={classes.none}>{t`None yet`}</span> : asset.summary}
      </Fact>
    </dl>
  );
}

function MarketerActions({
  asset,
  edit,
}: {
  readonly asset: AssetDetail;
  readonly edit: ReturnType<typeof useEdit>;
}) {
  const navigate = useNavigate();
  const publish = publishWord(asset);
  const newVersion = async (): Promise<void> => {
    if (await stageNewVersion(asset.id)) await navigate({ to: '/publish' });
  };
  return (
    <div className={classes.actions}>
      <SubmitButton asset={asset} />
      {publish !== null && (
        <Button
          size="xs"
          leftSection={<IconWorldUpload size={16} aria-hidden />}
          onClick={() => void publishAssets([asset.id], asset.title)}
        >
          {publish}
        </Button>
      )}
      <Button
        size="xs"
        variant="default"
        leftSection={<IconRosetteDiscountCheck size={16} aria-hidden />}
        onClick={edit.verify}
      >{t`Verify`}</Button>
      <Button
        size="xs"
        variant="default"
        leftSection={<IconFileUpload size={16} aria-hidden />}
        onClick={() => void newVersion()}
      >{t`Add a new version`}</Button>
      {asset.recall === null && (
        <Button
          size="xs"
          variant="default"
          leftSection={<IconHandStop size={16} aria-hidden />}
          onClick={() => askForRecall({ assets: [asset.id], title: asset.title })}
        >{t`Recall…`}</Button>
      )}
      {asset.state !== 'archived' && (
        <Button
          size="xs"
          variant="default"
          leftSection={<IconArchive size={16} aria-hidden />}
          onClick={() => void archive({ assets: [asset.id], title: asset.title })}
        >{t`Archive`}</Button>
      )}
    </div>
  );
}

/** Asks for a review of what waits. */
function SubmitButton({ asset }: { readonly asset: AssetDetail }) {
  const waits = asset.released && asset.waiting !== undefined && asset.review === undefined;
  if (asset.state !== 'draft' && !waits) return null;
  return (
    <Button
      size="xs"
      variant="default"
      leftSection={<IconSend size={16} aria-hidden />}
      onClick={() => askForStep('submit', { assets: [asset.id], title: asset.title })}
    >{t`Submit for review…`}</Button>
  );
}
