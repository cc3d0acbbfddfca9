import { type AskedPage, askedPageSchema } from '../../contract/page-picture.ts';

/** The page that a `pageUrl` asks for; undefined where it asks for none that could be. */
export function askedPage(url: URL): AskedPage | undefined {
  const [, version, page, ...rest] = url.pathname.split('/');
  if (url.host !== 'page' || rest.length > 0) return undefined;
  const asked = askedPageSchema.safeParse({
    version,
    page: Number(page),
    width: Number(url.searchParams.get('width')),
    words: url.searchParams.getAll('mark'),
    ...(url.searchParams.get('only') === 'drawn' && { drawnOnly: true }),
  });
  return asked.success ? asked.data : undefined;
}
