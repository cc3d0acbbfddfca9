import { useQuery } from '@tanstack/react-query';
import { useMemo } from 'react';
import type { AssetVersion } from '../../../../contract/assets.ts';
import { orpc } from '../../../base/engine-client.ts';

/** The text of a page that was recognized on its picture, and where its words stand (`shared/recognized-words.ts`). */
export type RecognizedPage = { readonly text: string; readonly boxes: readonly number[] };

/** Recognized pages by number. */
export type RecognizedPages = ReadonlyMap<number, RecognizedPage>;

const none: RecognizedPages = new Map();

/** The recognized pages of a version; undefined while they are not known. Where its text is not here there are none: it is shown without. */
export function useRecognizedPages(version: AssetVersion): RecognizedPages | undefined {
  const wanted = version.recognized !== undefined && version.textAway !== true;
  const { data, isError } = useQuery(
    orpc.assets.text.queryOptions({ input: { version: version.id }, enabled: wanted }),
  );
  const pages = data?.pages;
  return useMemo(() => {
    if (!wanted || isError) return none;
    return (
      pages &&
      new Map(
        pages.flatMap(({ page, text, recognized }) =>
          recognized === undefined ? [] : [[page, { text, boxes: recognized.boxes }] as const],
        ),
      )
    );
  }, [wanted, isError, pages]);
}
