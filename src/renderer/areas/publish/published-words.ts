import { plural, t } from '@lingui/core/macro';

/** What a publication made of a row: an asset, or a further version of one. */
type Published = { readonly version: boolean };

/** Says what was published, or saved as a draft, and who sees it now. */
export function publishedWords(published: readonly Published[], draft: boolean): string {
  const versions = published.filter(({ version }) => version).length;
  const assets = published.length - versions;
  return draft ? savedWords(assets, versions) : publishedNow(assets, versions);
}

function publishedNow(assets: number, versions: number): string {
  if (versions === 0) return plural(assets, { one: '# asset published.', other: '# assets published.' });
  if (assets === 0)
    return plural(versions, { one: '# new version published.', other: '# new versions published.' });
  return t`${plural(assets, { one: '# asset', other: '# assets' })} and ${plural(versions, {
    one: '# new version',
    other: '# new versions',
  })} published.`;
}

function savedWords(assets: number, versions: number): string {
  if (assets === 0) {
    return plural(versions, {
      one: 'New version saved as a draft. Reps still see the published one.',
      other: '# new versions saved as drafts. Reps still see the published ones.',
    });
  }
  if (versions === 0) {
    return plural(assets, {
      one: 'Saved as a draft. Reps don’t see drafts.',
      other: '# assets saved as drafts. Reps don’t see drafts.',
    });
  }
  return t`${plural(assets, { one: '# asset', other: '# assets' })} and ${plural(versions, {
    one: '# new version',
    other: '# new versions',
  })} saved as drafts. Reps don’t see drafts.`;
}

/** What of the library shows them. */
export function whereShown(published: readonly Published[], draft: boolean) {
  if (!draft) return { sort: 'newest' as const };
  return published.every(({ version }) => version) ? { q: 'is:waiting' } : { status: 'draft' as const };
}
