import type { Slide } from '../../contract/presenting.ts';
import type { Sent } from '../../contract/sends.ts';
import { LONGEST_LINE } from '../../shared/limits.ts';
import { pagesText, tidyRuns } from '../../shared/page-runs.ts';
import { visibleVersions } from '../assets/versions.ts';
import type { WithPresenting } from './with-presenting.ts';

/**
 * Notes what was shown, by the places of its slides: on this device which pages and to whom, for the others that a document was presented, once of
 * each. Once for a ticket.
 */
export async function noteShown(
  replica: WithPresenting,
  ticket: string,
  shown: readonly number[],
): Promise<readonly Sent[]> {
  const prepared = replica.showTickets.take(ticket);
  if (prepared === undefined) return [];
  const { show, to } = prepared;
  const at = replica.ports.clock.now();
  const slides = [...new Set(shown)].flatMap((place) => show.slides[place] ?? []);
  const versions = new Map<string, Slide[]>();
  for (const slide of slides) versions.set(slide.version, [...(versions.get(slide.version) ?? []), slide]);
  const lines = [...versions].map(([version, [first, ...others]]): Sent | undefined => {
    if (first === undefined) return undefined;
    const { asset, title } = first;
    const number = visibleVersions(replica, asset).find(({ body }) => body.id === version)?.number ?? 1;
    const pages = pagesText(tidyRuns([first, ...others].map(({ page }) => [page, page])));
    return { at, to, asset, title, version, number, pages: pages.slice(0, LONGEST_LINE), how: 'presented' };
  });
  const noted = lines.filter((line) => line !== undefined);
  if (noted.length === 0) return [];
  await replica.sent.note(noted);
  await replica.catalog.commit(
    noted.map(({ asset, version }) => ({
      kind: 'asset-shared' as const,
      body: { asset, version, how: 'presented' as const, at },
    })),
  );
  return noted;
}
