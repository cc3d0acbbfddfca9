import { startFauxqs } from 'fauxqs';
import type { S3Server } from './bucket-for-tests.ts';

/** A server from npm, in this process. It checks neither signatures nor conditions: what only a real store does is shown by the gateway. */
export async function startNpmServer(): Promise<S3Server & { stop(): Promise<void> }> {
  const server = await startFauxqs({ port: 0, host: '127.0.0.1', logger: false });
  return {
    endpoint: `http://127.0.0.1:${server.port}`,
    region: 'us-east-1',
    keys: { accessKeyId: 'kitbag', secretAccessKey: 'kitbagsecret' },
    stop: () => server.stop(),
  };
}

/** Ceph's gateway, where `scripts/test` has started one (see `scripts/gateway`); `undefined` where it can't be installed. */
export function gateway(): S3Server | undefined {
  const endpoint = process.env.KITBAG_GATEWAY;
  if (endpoint === undefined || endpoint === '') return undefined;
  return {
    endpoint,
    region: 'us-east-1',
    keys: { accessKeyId: 'kitbag', secretAccessKey: 'kitbagsecret' },
  };
}
