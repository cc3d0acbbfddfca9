import { t } from '@lingui/core/macro';
import type { useRouter } from '@tanstack/react-router';
import { useEffect } from 'react';
import { type Link, readLink, writeLink } from '../../shared/link.ts';
import { idPattern } from '../../shared/vocabulary/ids.ts';
import { showDone, showError, showNotice } from '../base/undo-toast.ts';

/** Links from other programs are followed, and what is shown can be linked to. */

type Router = ReturnType<typeof useRouter>;

/** Follows the link that Kitbag was started with, and every later one. */
export function useLinks(router: Router): void {
  useEffect(() => {
    const follow = async (): Promise<void> => {
      const link = readLink((await window.kitbag.takeLink()) ?? '');
      if (link !== undefined) await go(router, link);
    };
    const followNow = () => void follow().catch(showError);
    followNow();
    return window.kitbag.onNotice((notice) => {
      if (notice.kind === 'link-waits') followNow();
    });
  }, [router]);
}

async function go({ navigate }: Router, link: Link): Promise<void> {
  switch (link.screen) {
    case 'asset':
      return await navigate({
        to: '/asset/$assetId',
        params: { assetId: link.id },
        search: link.page === undefined ? {} : { page: link.page },
      });
    case 'kit':
      return await navigate({ to: '/library/kits/$kitId', params: { kitId: link.id } });
    case 'call':
      return await navigate({ to: '/calls/$callId', params: { callId: link.id } });
    case 'request':
      return await navigate({ to: '/requests/$requestId', params: { requestId: link.id } });
    default:
      return await navigate({ to: '/library', search: { q: link.query } });
  }
}

/** What stands at an address, as a link; undefined where nothing does that a link can name. */
export function linkTo(
  path: string,
  search: { readonly page?: unknown; readonly q?: unknown },
): Link | undefined {
  const page = typeof search.page === 'number' ? `?page=${search.page}` : '';
  const [, area = '', second = '', third = ''] = path.split('/');
  if (area === 'asset') return readLink(`kitbag://asset/${second}${page}`);
  if (area === 'calls') return readLink(`kitbag://call/${second}`);
  if (area === 'requests') return readLink(`kitbag://request/${second}`);
  if (area === 'library' && second === 'kits') return readLink(`kitbag://kit/${third}`);
  const query = typeof search.q === 'string' ? search.q.trim() : '';
  return area === 'library' && query !== '' ? { screen: 'search', query } : undefined;
}

/** Calls and one’s own kits are on no other device. */
function isOnlyHere(link: Link): boolean {
  return link.screen === 'call' || (link.screen === 'kit' && idPattern('ownKit').test(link.id));
}

/** Puts a link to what is shown on the clipboard. */
export async function copyLink({ state }: Router): Promise<void> {
  const { pathname, search } = state.location;
  const link = linkTo(pathname, search);
  if (link === undefined) {
    showNotice(
      t`There is no link to this place. Open a document, a kit, a call or a request, or search for something.`,
    );
    return;
  }
  try {
    await window.kitbag.copyText({ text: writeLink(link) });
    showDone(
      isOnlyHere(link)
        ? t`The link is copied. It works on this device, where this stays.`
        : t`The link is copied. It opens Kitbag for colleagues who have this hub.`,
    );
  } catch (error) {
    showError(error);
  }
}
