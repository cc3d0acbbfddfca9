import { t } from '@lingui/core/macro';
import { useQuery } from '@tanstack/react-query';
import { useNavigate } from '@tanstack/react-router';
import type { AssetDetail, AssetVersion } from '../../../contract/assets.ts';
import type { ReviewView } from '../../../contract/review-view.ts';
import type { AssetStateName } from '../../../shared/vocabulary/assets.ts';
import { orpc } from '../../base/engine-client.ts';
import { formatDay } from '../../ui/format.ts';
import { BannerAction, StateBanner } from '../../ui/state-banner.tsx';
import { dropVersion, publishAssets } from '../assets/publish-assets.ts';
import { liftRecall } from '../assets/recall-assets.ts';
import { pastUse, reviewSentence } from '../assets/review-words.ts';
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
      <StateBanner
        text={t`You are reading version ${{ number: version.number }} of ${{ versionCount: asset.versionCount }}.`}
      >
        <CompareLink
          className={classes.bannerLink}
          asset={asset.id}
          from={version.id}
          to={asset.version.id}
        />
        <BannerAction
          onClick={() => onOpenVersion(asset.version.id)}
        >{t`Open the current version`}</BannerAction>
      </StateBanner>
    );
  }
  if (asset.state === 'recalled' || asset.state === 'expired') return <PastBanner asset={asset} />;
  if (asset.review !== undefined) return <ReviewBanner asset={asset} review={asset.review} />;
  if (!asset.released && asset.state !== 'archived') {
    const releaseOn = asset.state === 'scheduled' ? asset.releaseOn : null;
    return (
      <StateBanner
        text={
          releaseOn === null
            ? notSeenYet(asset.state)
            : t`Scheduled: reps see it from ${{ day: formatDay(releaseOn) }}.`
        }
      >
        <BannerAction onClick={() => void publishAssets([asset.id], asset.title)}>
          {releaseOn === null ? t`Publish` : t`Publish now`}
        </BannerAction>
      </StateBanner>
    );
  }
  if (waiting !== undefined) {
    return (
      <StateBanner text={t`Version ${{ number: waiting.number }} is still a draft.`}>
        <CompareLink
          className={classes.bannerLink}
          asset={asset.id}
          from={asset.version.id}
          to={waiting.id}
        />
        <BannerAction onClick={() => onOpenVersion(waiting.id)}>{t`Open the draft`}</BannerAction>
      </StateBanner>
    );
  }
  return <NewVersionBanner asset={asset} />;
}

/** That the version waits beside the one that reps see. */
function DraftBanner({ asset, version }: Pick<Props, 'asset' | 'version'>) {
  return (
    <StateBanner
      text={t`Version ${{ number: version.number }} is a draft. Reps see version ${{ current: asset.version.number }}.`}
    >
      {version.id === asset.waiting?.id && (
        <BannerAction onClick={() => void publishAssets([asset.id], asset.title)}>
          {t`Publish version ${{ number: version.number }}`}
        </BannerAction>
      )}
      <CompareLink className={classes.bannerLink} asset={asset.id} from={asset.version.id} to={version.id} />
      <BannerAction onClick={() => void dropVersion(asset, version.id)}>{t`Discard draft`}</BannerAction>
    </StateBanner>
  );
}

/** That it is another version than the one that they used. */
function NewVersionBanner({ asset }: Pick<Props, 'asset'>) {
  const { told, look } = useNewVersionOf(asset.id);
  if (told === undefined) return null;
  const { note, restored } = asset.version;
  return (
    <StateBanner
      text={
        note === undefined || restored !== undefined
          ? t`There is a new version since you used it.`
          : t`New version since you used it: ${note}`
      }
    >
      <CompareLink className={classes.bannerLink} asset={asset.id} from={told.used} to={asset.version.id} />
      <BannerAction onClick={look}>{t`Got it`}</BannerAction>
    </StateBanner>
  );
}

/** That it is not to be used any more: since when, why, and what replaces it. */
function PastBanner({ asset }: Pick<Props, 'asset'>) {
  const navigate = useNavigate();
  const instead = useQuery(orpc.reviews.instead.queryOptions({ input: { asset: asset.id } })).data;
  return (
    <StateBanner grave text={pastUse(asset)}>
      {instead && (
        <BannerAction
          onClick={() =>
            void navigate({ to: '/asset/$assetId', params: { assetId: instead.asset }, search: {} })
          }
        >
          {instead.named
            ? t`Open the replacement: “${{ title: instead.title }}”`
            : t`Open something similar: “${{ title: instead.title }}”`}
        </BannerAction>
      )}
      {asset.recall !== null && asset.can.edit && (
        <BannerAction
          onClick={() => void liftRecall([asset.id], asset.title)}
        >{t`Take the recall back`}</BannerAction>
      )}
    </StateBanner>
  );
}

/** Where a review stands, and what one can do about it. */
function ReviewBanner({ asset, review }: Pick<Props, 'asset'> & { readonly review: ReviewView }) {
  const chosen = { assets: [asset.id], title: asset.title };
  return (
    <StateBanner text={reviewSentence(review)}>
      {review.mine && <BannerAction onClick={() => void approve(chosen)}>{t`Approve`}</BannerAction>}
      {review.mine && <BannerAction onClick={() => askForStep('return', chosen)}>{t`Return…`}</BannerAction>}
      {review.outcome === 'returned' && (
        <BannerAction onClick={() => askForStep('submit', chosen)}>{t`Submit again…`}</BannerAction>
      )}
    </StateBanner>
  );
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
