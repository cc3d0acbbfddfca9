import { t } from '@lingui/core/macro';
import { Button } from '@mantine/core';
import { Link } from '@tanstack/react-router';
import type { AssetSummary } from '../../../contract/assets.ts';
import type { RequestSummary } from '../../../contract/requests.ts';
import { useTermNames } from '../../base/use-taxonomy.ts';
import { CareMarks } from '../../ui/asset-badges.tsx';
import { AssetThumbnail } from '../../ui/thumbnail.tsx';
import classes from './request-drawer.module.css';
import { STATUS_WORDS, votesText } from './request-words.ts';
import { VoteButton } from './vote-button.tsx';

type Props = {
  readonly similar: {
    readonly assets: readonly AssetSummary[];
    readonly requests: readonly RequestSummary[];
  };
  /** What was typed as the deal's value already. */
  readonly dealValue: string;
  readonly onMeToo: (request: string, dealValue: number | null) => void;
  readonly onOpen: () => void;
};

/** What exists already or is asked for already, while the title is typed. */
export function SimilarToAsk({ similar, dealValue, onMeToo, onOpen }: Props) {
  const names = useTermNames();
  const assets = similar.assets.slice(0, 3);
  const requests = similar.requests.slice(0, 3);
  if (assets.length + requests.length === 0) return null;
  return (
    <section className={classes.similar} aria-label={t`Similar`}>
      {requests.length > 0 ? <h3 className={classes.heading}>{t`Already requested`}</h3> : null}
      {requests.map((request) => (
        <div key={request.id} className={classes.item}>
          <span className={classes.words}>
            <span className={classes.title}>{request.title}</span>
            <span className={classes.note}>
              {STATUS_WORDS[request.status]} · {votesText(request)}
            </span>
          </span>
          <Button
            component={Link}
            to={`/requests/${request.id}`}
            size="compact-sm"
            variant="subtle"
            aria-label={t`Open the request ${{ title: request.title }}`}
            onClick={onOpen}
          >{t`Open`}</Button>
          {request.voted || request.mine ? (
            <span className={classes.note}>{request.mine ? t`Yours` : t`You voted`}</span>
          ) : (
            <VoteButton
              size="compact-sm"
              title={request.title}
              dealValue={dealValue}
              onVote={(value) => onMeToo(request.id, value)}
            />
          )}
        </div>
      ))}
      {assets.length > 0 ? <h3 className={classes.heading}>{t`Already in the library`}</h3> : null}
      {assets.map((asset) => (
        <div key={asset.id} className={classes.item}>
          <AssetThumbnail version={asset.version} title="" width={40} />
          <span className={classes.words}>
            <span className={classes.title}>{asset.title}</span>
            <span className={classes.note}>{names.type(asset.type)}</span>
          </span>
          <CareMarks asset={asset} />
          <Button
            component={Link}
            to={`/asset/${asset.id}`}
            size="compact-sm"
            variant="subtle"
            aria-label={t`Open the asset ${{ title: asset.title }}`}
            onClick={onOpen}
          >{t`Open`}</Button>
        </div>
      ))}
    </section>
  );
}
