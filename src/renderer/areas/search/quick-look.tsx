import { t } from '@lingui/core/macro';
import { ActionIcon, Button, Tooltip } from '@mantine/core';
import { IconCopy, IconExternalLink, IconMailForward, IconPresentation, IconX } from '@tabler/icons-react';
import { useState } from 'react';
import type { Hit } from '../../../contract/search.ts';
import { pageUrl } from '../../../contract/shell-channels.ts';
import { AssetBadges } from '../../ui/asset-badges.tsx';
import { drawsPages } from '../../ui/document-kind.tsx';
import { readOf } from '../../ui/edition-read.ts';
import { FoundMark } from '../../ui/hidden-mark.tsx';
import { MarkedText } from '../../ui/marked-text.tsx';
import { pageWords } from '../../ui/page-words.ts';
import { AssetThumbnail } from '../../ui/thumbnail.tsx';
import { UsefulnessMeter } from '../../ui/usefulness-meter.tsx';
import { PinButton } from '../finding/pins/pin-button.tsx';
import { copyWords, takeOut } from '../gate/take-out.ts';
import { takeOverCopy } from '../gate/take-over-copy.ts';
import { AwayMark } from '../offline/away-mark.tsx';
import { present } from '../presenting/present.ts';
import { openSend } from '../sends/send-state.ts';
import { MoreLikeButton } from './like/more-like-button.tsx';
import styles from './quick-look.module.css';
import { WhyButton } from './why/why-button.tsx';

type Props = {
  readonly hit: Hit;
  readonly query: string;
  /** Words that are marked on the page. */
  readonly words: readonly string[];
  readonly onOpen: () => void;
  readonly onClose: () => void;
};

type PictureProps = { readonly hit: Hit; readonly page: number; readonly words: readonly string[] };

/** A page as a picture with the words marked on it; the thumbnail until it comes or where there is none. */
function PagePicture({ hit, page, words }: PictureProps) {
  const { version, title } = readOf(hit);
  const url = drawsPages(version) ? pageUrl(version.id, page, 640, words.slice(0, 100)) : undefined;
  const [drawn, setDrawn] = useState<string>();
  const ready = url !== undefined && url === drawn;
  return (
    <div className={styles.stage}>
      {!ready && <AssetThumbnail version={version} title={title} width={286} />}
      {url !== undefined && (
        <img
          className={styles.picture}
          src={url}
          hidden={!ready}
          alt={t`${{ page: pageWords(version).name(page) }} of ${title}`}
          draggable={false}
          onLoad={() => setDrawn(url)}
        />
      )}
    </div>
  );
}

/** The file goes out: copied, sent or presented. */
function TakeAlong({ asset }: Pick<Hit, 'asset'>) {
  return (
    <>
      <Button
        size="compact-md"
        variant="default"
        leftSection={<IconCopy size={16} aria-hidden />}
        onClick={() => void takeOut('copy', asset.id, asset.version)}
      >{t`Copy`}</Button>
      <Button
        size="compact-md"
        variant="default"
        leftSection={<IconMailForward size={16} aria-hidden />}
        title={t`Send (S)`}
        onClick={() => openSend([{ asset: asset.id }])}
      >{t`Send`}</Button>
      <Button
        size="compact-md"
        variant="default"
        leftSection={<IconPresentation size={16} aria-hidden />}
        title={t`Present (F5)`}
        onClick={() => present({ asset: asset.id }, asset.version.id)}
      >{t`Present`}</Button>
    </>
  );
}

/** A look into the chosen result without leaving the list. */
export function QuickLook({ hit, query, words, onOpen, onClose }: Props) {
  const asset = readOf(hit);
  const [chosen, setChosen] = useState({ asset: asset.id, at: 0 });
  const at = chosen.asset === asset.id ? chosen.at : 0;
  const best = hit.pages[at] ?? hit.pages[0];
  const page = best?.page ?? 1;
  const pages = pageWords(asset.version);
  return (
    <aside
      className={styles.pane}
      aria-label={t`Quick look`}
      onCopy={(event) => takeOverCopy(event, (text) => copyWords(asset.version, text))}
    >
      <div className={styles.head}>
        <h2 className={styles.title}>{asset.title}</h2>
        <Tooltip label={t`Close (Space)`}>
          <ActionIcon aria-label={t`Close the quick look`} onClick={onClose}>
            <IconX size={18} aria-hidden />
          </ActionIcon>
        </Tooltip>
      </div>
      <PagePicture hit={hit} page={page} words={best === undefined ? [] : words} />
      {asset.version.pageCount > 1 && (
        <p className={styles.caption}>
          {pages.place(page, asset.version.pageCount)} <FoundMark found={best} />
        </p>
      )}
      {hit.pages.length > 1 && (
        <fieldset className={styles.pages} aria-label={pages.matching}>
          {hit.pages.map((found, index) => (
            <button
              key={found.page}
              type="button"
              className={styles.page}
              aria-pressed={found === best}
              aria-label={pages.name(found.page)}
              onClick={() => setChosen({ asset: asset.id, at: index })}
            >
              {found.page}
            </button>
          ))}
        </fieldset>
      )}
      {best !== undefined && (
        <p className={styles.snippet}>
          <MarkedText parts={best.snippet} />
        </p>
      )}
      <div className={styles.actions}>
        <Button size="compact-md" onClick={onOpen}>{t`Open`}</Button>
        <TakeAlong asset={asset} />
        <WhyButton hit={hit} query={() => query} framed />
        <PinButton asset={asset} variant="default" size={26} />
        <MoreLikeButton
          asset={asset.id}
          page={() => best?.page}
          label={t`More like this`}
          variant="default"
          size={26}
        />
        <Tooltip label={t`Open in default app`}>
          <ActionIcon
            variant="default"
            size={26}
            aria-label={t`Open in default app`}
            onClick={() => void takeOut('open', asset.id, asset.version)}
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
