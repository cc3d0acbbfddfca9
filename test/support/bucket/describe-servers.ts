import { afterAll, beforeAll, describe } from 'vitest';
import type { S3Server } from './bucket-for-tests.ts';
import { gateway, startNpmServer } from './servers.ts';

/**
 * Describes something once a server: the one from npm, which takes any keys, and Ceph's gateway where there is one, which checks signatures and
 * honours conditions (`isReal`).
 */
export function describeServers(
  name: string,
  tests: (server: () => S3Server, isReal: boolean) => void,
): void {
  let npm: Awaited<ReturnType<typeof startNpmServer>> | undefined;
  describe(`${name}, at a server from npm`, () => {
    beforeAll(async () => {
      npm = await startNpmServer();
    });
    afterAll(() => npm?.stop());
    tests(() => {
      if (npm === undefined) throw new Error('The server has not started.');
      return npm;
    }, false);
  });
  const ceph = gateway();
  if (ceph === undefined) return;
  describe(`${name}, at Ceph's gateway`, () => tests(() => ceph, true));
}
