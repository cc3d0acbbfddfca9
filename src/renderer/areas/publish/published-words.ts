import { plural, t } from '@lingui/core/macro';

/** What a publication made of a row: an asset, or a further version of one. */
type Published = { readonly version: boolean };

/** Says what was published, or saved as a draft, and who sees it now. */
export function publishedWords(published: readonly Published[], draft: boolean): string {
  const versions = published.filter(({ version }) => version).length;
  const assets = published.length - versions;
  const what = [
    ...(assets > 0 ? [plural(assets, { one: '# asset', other: '# assets' })] : []),
    ...(versions > 0 ? [plural(versions, { one: '# new version', other: '# new versions' })] : []),
  ].join(' and ');
  if (!draft) return t`${what} published.`;
  if (assets > 0) {
    return published.length === 1
      ? t`Saved as a draft. Reps don’t see drafts.`
      : t`${what} saved as drafts. Reps don’t see drafts.`;
  }
  return versions === 1
    ? t`New version saved as a draft. Reps still see the published one.`
    : t`${what} saved as drafts. Reps still see the published ones.`;
}

/** What of the library shows them. */
export function whereShown(published: readonly Published[], draft: boolean) {
  if (!draft) return { sort: 'newest' as const };
  return published.every(({ version }) => version) ? { q: 'is:waiting' } : { status: 'draft' as const };
}
