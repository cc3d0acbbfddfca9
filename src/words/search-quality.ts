import { msg } from '@lingui/core/runtime-macro';
import type { SearchQualitySays } from '../shared/says/search-quality.ts';
import { sentence } from './sentence.ts';
import type { Words } from './words.ts';

/** Search as a product that is tested. */
export const searchQualityWords: Words<SearchQualitySays> = {
  'search-quality.golden-by-lead': () =>
    msg`Only content leads can change golden queries. Nothing was changed.`,
  'search-quality.no-answer': () => msg`A golden query needs at least one right answer. Nothing was changed.`,
};

/** The title of a right answer, which need not be here. */
export function answerTitle(title: string | undefined): string {
  return title ?? sentence(msg`An asset that is not here`);
}
