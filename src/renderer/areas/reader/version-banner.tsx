import { t } from '@lingui/core/macro';
import { Button } from '@mantine/core';
import { useQuery } from '@tanstack/react-query';
import { useNavigate } from '@tanstack/react-router';
import type { ReactNode } from 'react';
import type { AssetDetail, AssetVersion } from '../../../contract/assets.ts';
import type { ReviewView } from '../../../contract/review-view.ts';
import type { AssetStateName } from '../../../shared/vocabulary/assets.ts';
import { listed } from '../../../words/sentence.ts';
import { orpc } from '../../base/engine-client.ts';
import { formatDate, formatDay } from '../../ui/format.ts';
import { dropVersion, publishAssets } from '../assets/publish-assets.ts';
import { liftRecall } from '../assets/recall-assets.ts';
import { approve, askForStep } from '../assets/steps.ts';
import { CompareLink } from '../compare/compare-link.tsx';
import { useNewVersionOf } from '../compare/use-new-versions.ts';
import classes from './reader.module.css';

type Props = {
  readonly asset: AssetDetail;
  readonly version: AssetVersion;
  readonly onOpenVersion: (version: string) => void;
};

/** Says above the document when this is not what reps see, and what can be done about it. */
export function VersionBanner({ asset, version, onOpenVersion }: Props) {
  const { waiting } = asset;
  if (version.draft === true) return <DraftBanner asset={asset} version={version} />;
  if (version.id !== asset.version.id) {
    return (
      <Banner
        text={t`You are reading version ${{ number: version.number }} of ${{ versionCount: asset.versionCount }}.`}
      >
        <CompareLink
          className={classes.bannerLink}
          asset={asset.id}
          from={version.id}
          to={asset.version.id}
        />
        <Action onClick={() => onOpenVersion(asset.version.id)}>{t`Open the current version`}</Action>
      </Banner>
    );
  }
  if (asset.state === 'recalled' || asset.state === 'expired') return <PastBanner asset={asset} />;
  if (asset.review !== undefined) return <ReviewBanner asset={asset} review={asset.review} />;
  if (!asset.released && asset.state !== 'archived') {
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
        <CompareLink
          className={classes.bannerLink}
          asset={asset.id}
          from={asset.version.id}
          to={waiting.id}
        />
        <Action onClick={() => onOpenVersion(waiting.id)}>{t`Open the draft`}</Action>
      </Banner>
    );
  }
  return <NewVersionBanner asset={asset} />;
}

/** That the version waits beside the one that reps see. */
function DraftBanner({ asset, version }: Pick<Props, 'asset' | 'version'>) {
  return (
    <Banner
      text={t`Version ${{ number: version.number }} is a draft. Reps see version ${{ current: asset.version.number }}.`}
    >
      {version.id === asset.waiting?.id && (
        <Action onClick={() => void publishAssets([asset.id], asset.title)}>
          {t`Publish version ${{ number: version.number }}`}
        </Action>
      )}
      <CompareLink className={classes.bannerLink} asset={asset.id} from={asset.version.id} to={version.id} />
      <Action onClick={() => void dropVersion(asset, version.id)}>{t`Discard draft`}</Action>
    </Banner>
  );
}

/** That it is another version than the one that they used. */
function NewVersionBanner({ asset }: Pick<Props, 'asset'>) {
  const { told, look } = useNewVersionOf(asset.id);
  if (told === undefined) return null;
  const { note, restored } = asset.version;
  return (
    <Banner
      text={
        note === undefined || restored !== undefined
          ? t`There is a new version since you used it.`
          : t`New version since you used it: ${note}`
      }
    >
      <CompareLink className={classes.bannerLink} asset={asset.id} from={told.used} to={asset.version.id} />
      <Action onClick={look}>{t`Got it`}</Action>
    </Banner>
  );
}

/** That it is not to be used any more: since when, why, and what replaces it. */
function PastBanner({ asset }: Pick<Props, 'asset'>) {
  const navigate = useNavigate();
  const instead = useQuery(orpc.reviews.instead.queryOptions({ input: { asset: asset.id } })).data;
  return (
    <Banner grave text={pastUse(asset)}>
      {instead && (
        <Action
          onClick={() =>
            void navigate({ to: '/asset/$assetId', params: { assetId: instead.asset }, search: {} })
          }
        >
          {instead.named
            ? t`Open the replacement: “${{ title: instead.title }}”`
            : t`Open something similar: “${{ title: instead.title }}”`}
        </Action>
      )}
      {asset.recall !== null && asset.can.edit && (
        <Action onClick={() => void liftRecall([asset.id], asset.title)}>{t`Take the recall back`}</Action>
      )}
    </Banner>
  );
}

/** Where a review stands, and what one can do about it. */
function ReviewBanner({ asset, review }: Pick<Props, 'asset'> & { readonly review: ReviewView }) {
  const chosen = { assets: [asset.id], title: asset.title };
  return (
    <Banner text={reviewText(review)}>
      {review.mine && <Action onClick={() => void approve(chosen)}>{t`Approve`}</Action>}
      {review.mine && <Action onClick={() => askForStep('return', chosen)}>{t`Return…`}</Action>}
      {review.outcome === 'returned' && (
        <Action onClick={() => askForStep('submit', chosen)}>{t`Submit again…`}</Action>
      )}
    </Banner>
  );
}

function reviewText({ outcome, next, answers, mine, by, note }: ReviewView): string {
  const returned = answers.find(({ answer }) => answer === 'returned');
  if (returned !== undefined)
    return t`Returned by ${{ name: returned.by.name }}: “${{ comment: returned.comment ?? '' }}”`;
  if (outcome === 'approved') return t`Approved. Publish the draft to bring it out.`;
  if (mine)
    return note === undefined
      ? t`${{ name: by.name }} asks you to review this.`
      : t`${{ name: by.name }} asks you to review this: “${note}”`;
  return t`In review: waiting for ${{ names: listed(next.map(({ name }) => name)) }}.`;
}

function pastUse({ recall, expiresOn }: AssetDetail): string {
  if (recall !== null)
    return t`Recalled on ${{ day: formatDate(recall.at) }} by ${{ name: recall.by.name }}: “${{ reason: recall.reason }}”. Don’t use it from now on.`;
  return expiresOn === null
    ? t`Expired. Don’t use it anymore.`
    : t`Expired: its last day of use was ${{ day: formatDay(expiresOn) }}. Don’t use it anymore.`;
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

type BannerProps = { readonly text: string; readonly grave?: boolean; readonly children: ReactNode };

function Banner({ text, grave = false, children }: BannerProps) {
  return (
    <div className={classes.banner} role="status" data-grave={grave || undefined}>
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
