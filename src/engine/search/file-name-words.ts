import type { AssetSummary } from '../../contract/assets.ts';
import { cleanText, foldWord, wordsOf } from './words/fold.ts';

/**
 * The words of an asset's file name that its title lacks, the file's kind among them (`pdf`): people look for a file as they remember it. Most titles are
 * made of the name, and what stands in both must not count twice.
 */
export function wordsOfFileName({ title, version }: Pick<AssetSummary, 'title' | 'version'>): string[] {
  const titled = new Set([...wordsOf(cleanText(title))].map(({ word }) => foldWord(word)));
  const named = [...wordsOf(cleanText(version.fileName))].map(({ word }) => word);
  return named.filter((word) => !titled.has(foldWord(word)));
}
