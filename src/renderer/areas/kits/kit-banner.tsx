import { t } from '@lingui/core/macro';
import { useNavigate } from '@tanstack/react-router';
import type { KitDetail } from '../../../contract/kits.ts';
import { BannerAction, StateBanner } from '../../ui/state-banner.tsx';
import { pastUse, reviewSentence } from '../assets/review-words.ts';
import { approveKit, kitStepAsked, liftKitRecall } from './kit-steps.ts';

/** Says above a kit that it is not to be used, or where its review stands, and what can be done about it. */
export function KitBanner({ kit }: { readonly kit: KitDetail }) {
  if (kit.state === 'recalled' || kit.state === 'expired') return <PastBanner kit={kit} />;
  const { review } = kit;
  if (review === undefined) return null;
  return (
    <StateBanner text={reviewSentence(review)}>
      {review.mine && <BannerAction onClick={() => void approveKit(kit)}>{t`Approve`}</BannerAction>}
      {review.mine && (
        <BannerAction onClick={() => kitStepAsked.set({ kit, step: 'return' })}>{t`Return…`}</BannerAction>
      )}
      {review.outcome === 'returned' && kit.can.submit && (
        <BannerAction
          onClick={() => kitStepAsked.set({ kit, step: 'submit' })}
        >{t`Submit again…`}</BannerAction>
      )}
    </StateBanner>
  );
}

function PastBanner({ kit }: { readonly kit: KitDetail }) {
  const navigate = useNavigate();
  const { instead } = kit;
  return (
    <StateBanner grave text={pastUse(kit)}>
      {instead !== undefined && (
        <BannerAction
          onClick={() =>
            void ('kit' in instead
              ? navigate({ to: '/library/kits/$kitId', params: { kitId: instead.kit } })
              : navigate({ to: '/asset/$assetId', params: { assetId: instead.asset }, search: {} }))
          }
        >
          {t`Open the replacement: “${{ title: 'kit' in instead ? instead.name : instead.title }}”`}
        </BannerAction>
      )}
      {kit.recall !== null && kit.can.edit && (
        <BannerAction onClick={() => void liftKitRecall(kit)}>{t`Take the recall back`}</BannerAction>
      )}
    </StateBanner>
  );
}
