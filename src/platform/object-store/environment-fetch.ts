import type { FetchPort } from './bucket/bucket-options.ts';
import type { Environment } from './bucket-keys.ts';

/** The proxies that the variables of a process name, as `curl` and its like read them; `undefined` where there are none. */
type Proxies = { readonly httpProxy: string; readonly httpsProxy: string; readonly noProxy: string };

/**
 * Node's own `fetch`, through the proxy that the environment names: `HTTPS_PROXY`, `HTTP_PROXY` (for both, where it stands alone), `NO_PROXY`, in
 * capitals or small letters. A proxy whose address can't be read throws at the first request, with `code` `ERR_PROXY_ADDRESS`.
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
  return (url, request) => undici.fetch(url, { ...request, dispatcher });
}
