import { afterAll, afterEach, beforeAll, beforeEach, describe, expect, it } from 'vitest';
import { makeBucket } from '../../support/bucket/bucket-for-tests.ts';
import { type ForwardProxy, startForwardProxy } from '../../support/bucket/forward-proxy.ts';
import { startNpmServer } from '../../support/bucket/servers.ts';
import { TempCli } from '../../support/cli.ts';

let server: Awaited<ReturnType<typeof startNpmServer>>;
let proxy: ForwardProxy;
let bucket: string;
let cli: TempCli;

beforeAll(async () => {
  server = await startNpmServer();
});
afterAll(() => server.stop());
beforeEach(async () => {
  proxy = await startForwardProxy(server.endpoint);
  bucket = await makeBucket(server);
  cli = new TempCli();
});
afterEach(async () => {
  cli.remove();
  await proxy.stop();
});

function probe(endpoint: string, env: Readonly<Record<string, string>>) {
  cli.env = { KITBAG_S3_KEY_ID: 'kitbag', KITBAG_S3_SECRET: 'secret', ...env };
  return cli.run('hub', 'probe', `s3://${bucket}?endpoint=${endpoint}&style=path`, '--json');
}

describe('The command line, behind a proxy that the environment names', () => {
  it.each(['HTTP_PROXY', 'http_proxy'])('reaches a bucket through %s', async (name) => {
    // Only the proxy knows this host.
    const tried = await probe('http://store.invalid', { [name]: proxy.address });
    expect(tried).toMatchObject({ code: 0, json: [{ ok: true }] });
    expect(proxy.asked[0]).toMatch(/^GET http:\/\/store\.invalid\//);
  });

  it('takes its address also without http in front', async () => {
    const tried = await probe('http://store.invalid', { HTTP_PROXY: proxy.address.replace('http://', '') });
    expect(tried).toMatchObject({ code: 0 });
  });

  it('goes directly to the hosts of NO_PROXY', async () => {
    const tried = await probe(server.endpoint, { HTTP_PROXY: proxy.address, NO_PROXY: '127.0.0.1' });
    expect(tried).toMatchObject({ code: 0 });
    expect(proxy.asked).toEqual([]);
  });

  it('says that it is the proxy that does not answer, and not the store', async () => {
    const { address } = proxy;
    await proxy.stop();
    const silent = { code: 1, json: [{ ok: false, problems: [{ code: 'proxy' }] }] };
    expect(await probe('http://store.invalid', { HTTP_PROXY: address })).toMatchObject(silent);
    expect(await probe('https://store.invalid', { HTTPS_PROXY: address })).toMatchObject(silent);
    // A name with several addresses fails otherwise.
    const named = address.replace('127.0.0.1', 'localhost');
    expect(await probe('http://store.invalid', { HTTP_PROXY: named })).toMatchObject(silent);
    expect(await probe(server.endpoint, { HTTP_PROXY: 'http://proxy.invalid:3128' })).toMatchObject(silent);
    const away = { code: 1, json: [{ ok: false, problems: [{ code: 'unreachable' }] }] };
    const direct = { HTTP_PROXY: address, NO_PROXY: 'store.invalid' };
    expect(await probe('http://store.invalid', direct)).toMatchObject(away);
    proxy = await startForwardProxy(server.endpoint);
  });

  it('says that it is the proxy that lets nothing through', async () => {
    const refused = { code: 1, json: [{ ok: false, problems: [{ code: 'proxy' }] }] };
    expect(await probe('https://store.invalid', { HTTPS_PROXY: proxy.address })).toMatchObject(refused);
    expect(proxy.asked[0]).toBe('CONNECT store.invalid:443');
    expect(await probe('https://store.invalid', { HTTPS_PROXY: 'not an address' })).toMatchObject(refused);
  });
});
