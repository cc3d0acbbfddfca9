import { t } from '@lingui/core/macro';
import { Button } from '@mantine/core';
import type { ReactNode } from 'react';
import type { AssetDetail, AssetVersion } from '../../../contract/assets.ts';
import type { AssetStateName } from '../../../shared/vocabulary/assets.ts';
import { formatDay } from '../../ui/format.ts';
import { dropVersion, publishAssets } from '../assets/publish-assets.ts';
import classes from './reader.module.css';

type Props = {
  readonly asset: AssetDetail;
  readonly version: AssetVersion;
  readonly onOpenVersion: (version: string) => void;
};

/** Says above the document when this is not what reps see, and what can be done about it. */
export function VersionBanner({ asset, version, onOpenVersion }: Props) {
  const { waiting } = asset;
  if (version.draft === true) {
    return (
      <Banner
        text={t`Version ${{ number: version.number }} is a draft. Reps see version ${{ current: asset.version.number }}.`}
      >
        {version.id === waiting?.id && (
          <Action onClick={() => void publishAssets([asset.id], asset.title)}>
            {t`Publish version ${{ number: version.number }}`}
          </Action>
        )}
        <Action onClick={() => void dropVersion(asset, version.id)}>{t`Discard draft`}</Action>
      </Banner>
    );
  }
  if (version.id !== asset.version.id) {
    return (
      <Banner
        text={t`You are reading version ${{ number: version.number }} of ${{ versionCount: asset.versionCount }}.`}
      >
        <Action onClick={() => onOpenVersion(asset.version.id)}>{t`Open the current version`}</Action>
      </Banner>
    );
  }
  if (!asset.released && asset.state !== 'archived' && asset.state !== 'expired') {
    const releaseOn = asset.state === 'scheduled' ? asset.releaseOn : null;
    return (
      <Banner
        text={
          releaseOn === null
            ? notSeenYet(asset.state)
            : t`Scheduled: reps see it from ${{ day: formatDay(releaseOn) }}.`
        }
      >
        <Action onClick={() => void publishAssets([asset.id], asset.title)}>
          {releaseOn === null ? t`Publish` : t`Publish now`}
        </Action>
      </Banner>
    );
  }
  if (waiting !== undefined) {
    return (
      <Banner text={t`Version ${{ number: waiting.number }} is still a draft.`}>
        <Action onClick={() => onOpenVersion(waiting.id)}>{t`Open the draft`}</Action>
      </Banner>
    );
  }
  return null;
}

function notSeenYet(state: AssetStateName): string {
  switch (state) {
    case 'draft':
      return t`Draft: reps don’t see it yet.`;
    case 'in-review':
      return t`In review: reps don’t see it yet.`;
    default:
      return t`Reps don’t see it yet.`;
  }
}

function Banner({ text, children }: { readonly text: string; readonly children: ReactNode }) {
  return (
    <div className={classes.banner} role="status">
      <span>{text}</span>
      <span className={classes.bannerActions}>{children}</span>
    </div>
  );
}

function Action({ onClick, children }: { readonly onClick: () => void; readonly children: string }) {
  return (
    <Button size="compact-xs" variant="light" onClick={onClick}>
      {children}
    </Button>
  );
}
