import { isIP } from 'node:net';
import { causesOf } from './bucket/bucket-error.ts';
import type { FetchPort } from './bucket/bucket-options.ts';
import type { Environment } from './bucket-keys.ts';

/** The proxies that the variables of a process name, as `curl` and its like read them; `undefined` where there are none. */
type Proxies = { readonly httpProxy: string; readonly httpsProxy: string; readonly noProxy: string };

/**
 * Node's own `fetch`, through the proxy that the environment names: `HTTPS_PROXY`, `HTTP_PROXY` (for both, where it stands alone), `NO_PROXY`, in
 * capitals or small letters. A proxy whose address can't be read throws at the first request, with `code` `ERR_PROXY_ADDRESS`; one that can't be
 * reached with `ERR_PROXY_UNREACHABLE`.
 */
export function environmentFetch(env: Environment): FetchPort {
  const proxies = proxiesOf(env);
  if (proxies === undefined) return (url, request) => fetch(url, request);
  let through: Promise<FetchPort> | undefined;
  return async (url, request) => {
    through ??= throughProxies(proxies);
    return (await through)(url, request);
  };
}

function proxiesOf(env: Environment): Proxies | undefined {
  // An empty one says that there is none, also where the other spelling names one.
  const of = (name: string): string => (env[name.toLowerCase()] ?? env[name.toUpperCase()] ?? '').trim();
  const [httpProxy, httpsProxy] = [withScheme(of('http_proxy')), withScheme(of('https_proxy'))];
  if (httpProxy === '' && httpsProxy === '') return undefined;
  return { httpProxy, httpsProxy, noProxy: of('no_proxy') };
}

function withScheme(address: string): string {
  return address === '' || address.includes('://') ? address : `http://${address}`;
}

/** Loaded where it is needed: most commands go through no proxy, and start without it. */
async function throughProxies(proxies: Proxies): Promise<FetchPort> {
  const undici = await import('undici');
  let dispatcher: InstanceType<typeof undici.EnvHttpProxyAgent>;
  try {
    // Plain http goes to a proxy as it is: many open tunnels only for https.
    dispatcher = new undici.EnvHttpProxyAgent({ ...proxies, proxyTunnel: false });
  } catch (error) {
    throw Object.assign(new Error('a proxy that is none', { cause: error }), { code: 'ERR_PROXY_ADDRESS' });
  }
  // Its own `fetch`: that of Node 20 does not understand the dispatchers of this version.
  return async (url, request) => {
    try {
      return await undici.fetch(url, { ...request, dispatcher });
    } catch (error) {
      if (!isOfProxy(error, proxies)) throw error;
      throw Object.assign(new Error('the proxy can’t be reached', { cause: error }), {
        code: 'ERR_PROXY_UNREACHABLE',
      });
    }
  };
}

const NOT_REACHED = /^(?:ECONNREFUSED|ENOTFOUND|EAI_AGAIN|EHOSTUNREACH|ENETUNREACH|ETIMEDOUT)$/;

/** Whether a connection that did not come about was to a proxy: only its place tells, as the error is that of any other host. */
function isOfProxy(error: unknown, { httpProxy, httpsProxy }: Proxies): boolean {
  const places = [httpProxy, httpsProxy].flatMap((address) =>
    URL.canParse(address) ? [new URL(address)] : [],
  );
  for (const at of causesOf(error)) {
    const { code, hostname, address, port }: Failed = at;
    // That several addresses were tried says nothing of where; the error of each of them does.
    const hasPlace = hostname !== undefined || port !== undefined;
    if (!hasPlace || code === undefined || !NOT_REACHED.test(code)) continue;
    return places.some((place) =>
      port === undefined ? hostname === bareHost(place) : port === portOf(place) && isAt(address, place),
    );
  }
  return false;
}
type Failed = Error & { code?: string; hostname?: string; address?: string; port?: number };

/** An address belongs to a proxy that is named by it; which one a name has is not known, but its port is. */
function isAt(address: string | undefined, place: URL): boolean {
  return isIP(bareHost(place)) === 0 || address === bareHost(place);
}

function portOf({ port, protocol }: URL): number {
  return port === '' ? (protocol === 'https:' ? 443 : 80) : Number(port);
}

function bareHost({ hostname }: URL): string {
  return hostname.replace(/^\[|\]$/g, '');
}
