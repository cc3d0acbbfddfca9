import { t } from '@lingui/core/macro';
import { Button } from '@mantine/core';
import type { ReactNode } from 'react';
import type { AssetDetail, AssetVersion } from '../../../contract/assets.ts';
import { STATE_NAMES } from '../../ui/asset-badges.tsx';
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
      <Banner text={t`Version ${version.number} is a draft. Reps see version ${asset.version.number}.`}>
        {version.id === waiting?.id && (
          <Action onClick={() => void publishAssets([asset.id], asset.title)}>
            {t`Publish version ${version.number}`}
          </Action>
        )}
        <Action onClick={() => void dropVersion(asset, version.id)}>{t`Drop it`}</Action>
      </Banner>
    );
  }
  if (version.id !== asset.version.id) {
    return (
      <Banner text={t`You are reading version ${version.number} of ${asset.versionCount}.`}>
        <Action onClick={() => onOpenVersion(asset.version.id)}>{t`Open the current version`}</Action>
      </Banner>
    );
  }
  if (!asset.released && asset.state !== 'archived' && asset.state !== 'expired') {
    const when = asset.state === 'scheduled' && asset.releaseOn !== null;
    return (
      <Banner
        text={
          when
            ? t`Scheduled: reps see it from ${formatDay(asset.releaseOn ?? '')}.`
            : t`${STATE_NAMES[asset.state]}: reps don’t see it yet.`
        }
      >
        <Action onClick={() => void publishAssets([asset.id], asset.title)}>
          {when ? t`Publish now` : t`Publish`}
        </Action>
      </Banner>
    );
  }
  if (waiting !== undefined) {
    return (
      <Banner text={t`Version ${waiting.number} waits as a draft.`}>
        <Action onClick={() => onOpenVersion(waiting.id)}>{t`Open the draft`}</Action>
      </Banner>
    );
  }
  return null;
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
