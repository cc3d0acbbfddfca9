import { t } from '@lingui/core/macro';
import { Button } from '@mantine/core';
import { IconArrowLeft, IconLayersIntersect } from '@tabler/icons-react';
import { useQuery } from '@tanstack/react-query';
import { useRouter } from '@tanstack/react-router';
import type { AssetDetail } from '../../../../contract/assets.ts';
import { listed } from '../../../../words/sentence.ts';
import { orpc } from '../../../base/engine-client.ts';
import { ListHeading } from '../../../ui/list-heading.tsx';
import { pageWords } from '../../../ui/page-words.ts';

type Props = {
  readonly asset: string;
  readonly page: number | undefined;
  /** The words that the results have in common with it. */
  readonly words: readonly string[];
};

const SHOWN_WORDS = 6;

/** Above results that resemble something: what, by which words, and the way back. */
export function LikeHeading({ asset, page, words }: Props) {
  const router = useRouter();
  const { data } = useQuery(orpc.assets.get.queryOptions({ input: { asset } }));
  const back = (): void => {
    if (router.history.canGoBack()) router.history.back();
    else void router.navigate({ to: '/library' });
  };
  return (
    <ListHeading
      icon={IconLayersIntersect}
      name={data === undefined ? '' : headingOf(data, page)}
      {...(words.length > 0 && { about: t`In common: ${{ words: listed(words.slice(0, SHOWN_WORDS)) }}` })}
      before={
        <Button
          size="compact-sm"
          variant="subtle"
          leftSection={<IconArrowLeft size={16} aria-hidden />}
          onClick={back}
        >{t`Back`}</Button>
      }
    />
  );
}

function headingOf(
  { title, version }: Pick<AssetDetail, 'title' | 'version'>,
  page: number | undefined,
): string {
  return page === undefined ? t`More like “${title}”` : pageWords(version).moreLikeOf(page, title);
}
