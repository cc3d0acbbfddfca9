/** The address as a URL; undefined where it is none. (`URL.parse` is not there yet on Node 20.) */
export function parseUrl(address: string): URL | undefined {
  return URL.canParse(address) ? new URL(address) : undefined;
}
