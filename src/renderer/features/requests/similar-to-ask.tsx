import { Button } from '@mantine/core';
import { Link } from '@tanstack/react-router';
import type { AssetSummary } from '../../../contract/assets.ts';
import type { RequestSummary } from '../../../contract/requests.ts';
import { useTermNames } from '../../app/use-taxonomy.ts';
import { InternalMark } from '../../ui/internal-mark.tsx';
import { plural } from '../../ui/plural.ts';
import { AssetThumbnail } from '../../ui/thumbnail.tsx';
import classes from './request-drawer.module.css';
import { STATUS_WORDS } from './request-words.ts';

type Props = {
  readonly similar: {
    readonly assets: readonly AssetSummary[];
    readonly requests: readonly RequestSummary[];
  };
  readonly onMeToo: (request: string) => void;
  readonly onOpen: () => void;
};

/** What exists already or is asked for already, while the title is typed. */
export function SimilarToAsk({ similar, onMeToo, onOpen }: Props) {
  const names = useTermNames();
  const assets = similar.assets.slice(0, 3);
  const requests = similar.requests.slice(0, 3);
  if (assets.length + requests.length === 0) return null;
  return (
    <section className={classes.similar} aria-label="Looks alike">
      {requests.length > 0 ? <h3 className={classes.heading}>Asked for already</h3> : null}
      {requests.map((request) => (
        <div key={request.id} className={classes.item}>
          <span className={classes.words}>
            <span className={classes.title}>{request.title}</span>
            <span className={classes.note}>
              {STATUS_WORDS[request.status]} · {plural(request.votes, 'vote')}
            </span>
          </span>
          <Button
            component={Link}
            to={`/requests/${request.id}`}
            size="compact-sm"
            variant="subtle"
            aria-label={`Open the request ${request.title}`}
            onClick={onOpen}
          >
            Open
          </Button>
          {request.voted || request.mine ? (
            <span className={classes.note}>{request.mine ? 'Yours' : 'You said ‘me too’'}</span>
          ) : (
            <Button
              size="compact-sm"
              variant="light"
              aria-label={`Me too: ${request.title}`}
              onClick={() => onMeToo(request.id)}
            >
              Me too
            </Button>
          )}
        </div>
      ))}
      {assets.length > 0 ? <h3 className={classes.heading}>In the library already</h3> : null}
      {assets.map((asset) => (
        <div key={asset.id} className={classes.item}>
          <AssetThumbnail version={asset.version} title="" width={40} />
          <span className={classes.words}>
            <span className={classes.title}>{asset.title}</span>
            <span className={classes.note}>{names.type(asset.type)}</span>
          </span>
          <InternalMark audience={asset.audience} />
          <Button
            component={Link}
            to={`/asset/${asset.id}`}
            size="compact-sm"
            variant="subtle"
            aria-label={`Open the asset ${asset.title}`}
            onClick={onOpen}
          >
            Open
          </Button>
        </div>
      ))}
    </section>
  );
}
