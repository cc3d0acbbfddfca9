import { ActionIcon, Button, Tooltip } from '@mantine/core';
import { IconCopy, IconExternalLink, IconX } from '@tabler/icons-react';
import { keepPreviousData, useQuery } from '@tanstack/react-query';
import type { Hit } from '../../../contract/search.ts';
import { orpc } from '../../app/engine-client.ts';
import { copyVersion, openVersion } from '../../app/file-actions.ts';
import { AssetBadges } from '../../ui/asset-badges.tsx';
import { pageWord } from '../../ui/document-kind.tsx';
import { MarkedText } from '../../ui/marked-text.tsx';
import { AssetThumbnail } from '../../ui/thumbnail.tsx';
import { UsefulnessMeter } from '../../ui/usefulness-meter.tsx';
import { MoreLikeButton } from '../more-like/more-like-button.tsx';
import { AwayMark } from '../offline/away-mark.tsx';
import { PinButton } from '../pins/pin-button.tsx';
import { WhyButton } from '../why/why-button.tsx';
import styles from './quick-look.module.css';

type Props = {
  readonly hit: Hit;
  readonly query: string;
  readonly onOpen: () => void;
  readonly onClose: () => void;
};

/** The first page, or the best matching one, as a picture; the thumbnail until it comes or where there is none. */
function PagePicture({ hit, page }: { readonly hit: Hit; readonly page: number }) {
  const { version, title } = hit.asset;
  const picture = useQuery(
    orpc.assets.pagePicture.queryOptions({
      input: { version: version.id, page, width: 640 },
      placeholderData: keepPreviousData,
      enabled: version.away !== true && (version.kind === 'pdf' || version.kind === 'image'),
    }),
  );
  const url = picture.isPlaceholderData ? null : (picture.data?.url ?? null);
  return (
    <div className={styles.stage}>
      {url === null ? (
        <AssetThumbnail version={version} title={title} width={286} />
      ) : (
        <img className={styles.picture} src={url} alt={`Page ${page} of ${title}`} draggable={false} />
      )}
    </div>
  );
}

/** A look into the chosen result without leaving the list. */
export function QuickLook({ hit, query, onOpen, onClose }: Props) {
  const { asset } = hit;
  const best = hit.pages[0];
  const page = best?.page ?? 1;
  const word = pageWord(asset.version.kind);
  return (
    <aside className={styles.pane} aria-label="Quick look">
      <div className={styles.head}>
        <h2 className={styles.title}>{asset.title}</h2>
        <Tooltip label="Close (Space)">
          <ActionIcon aria-label="Close the quick look" onClick={onClose}>
            <IconX size={18} aria-hidden />
          </ActionIcon>
        </Tooltip>
      </div>
      <PagePicture hit={hit} page={page} />
      {asset.version.pageCount > 1 && (
        <p className={styles.caption}>
          {`${word[0]?.toUpperCase() ?? ''}${word.slice(1)} ${page} of ${asset.version.pageCount}`}
        </p>
      )}
      {best !== undefined && (
        <p className={styles.snippet}>
          <MarkedText parts={best.snippet} />
        </p>
      )}
      <div className={styles.actions}>
        <Button size="compact-md" onClick={onOpen}>
          Open
        </Button>
        <Button
          size="compact-md"
          variant="default"
          leftSection={<IconCopy size={16} aria-hidden />}
          onClick={() => void copyVersion(asset.id, asset.version)}
        >
          Copy
        </Button>
        <WhyButton hit={hit} query={query} variant="default" size={26} />
        <PinButton asset={asset} variant="default" size={26} />
        <MoreLikeButton
          asset={asset.id}
          page={() => best?.page}
          label="More like this"
          variant="default"
          size={26}
        />
        <Tooltip label="Open in its own application">
          <ActionIcon
            variant="default"
            size={26}
            aria-label="Open in its own application"
            onClick={() => void openVersion(asset.id, asset.version)}
          >
            <IconExternalLink size={16} aria-hidden />
          </ActionIcon>
        </Tooltip>
      </div>
      <UsefulnessMeter usefulness={asset.usefulness} />
      {asset.version.away === true && (
        <div>
          <AwayMark version={asset.version} />
        </div>
      )}
      <AssetBadges asset={asset} />
      {asset.summary !== '' && <p className={styles.summary}>{asset.summary}</p>}
    </aside>
  );
}
