import { isJunkTitle } from '../../../shared/junk-title.ts';
import { oneLine } from './clean.ts';

/** A title from metadata, unless it is what programs write there by themselves. */
export function titleOfMetadata(value: unknown): string | undefined {
  if (typeof value !== 'string') return undefined;
  const title = oneLine(value);
  return title === undefined || isJunkTitle(title) ? undefined : title;
}
