import { installDebianPackages, isRoot } from '../electron-runtime/debian-packages.ts';
import { GATEWAY_PACKAGES, type Gateway, hasGateway, startGateway } from '../gateway/start-gateway.ts';

let running: Gateway | undefined;

/**
 * Starts the real store of buckets for the tests that follow: installed first where this is the administrator. Where it can't be had, that is
 * said, and the tests of buckets run against the server from npm alone, which knows neither signatures nor conditions.
 */
export async function startTestGateway(install: boolean): Promise<number> {
  if (process.env.KITBAG_GATEWAY !== undefined) return 0;
  if (!hasGateway() && install && isRoot())
    await installDebianPackages(GATEWAY_PACKAGES, 'a store of buckets');
  if (!hasGateway()) return without('Ceph’s gateway is not installed here');
  try {
    running = await startGateway();
    process.env.KITBAG_GATEWAY = running.endpoint;
    console.log(`Ceph’s gateway answers at ${running.endpoint}.`);
    return 0;
  } catch (error) {
    return without(`Ceph’s gateway did not start: ${error instanceof Error ? error.message : String(error)}`);
  }
}

/** Ends what {@link startTestGateway} started. */
export async function stopTestGateway(): Promise<void> {
  await running?.stop();
}

function without(reason: string): number {
  console.warn(`${reason}: buckets are tested against the server from npm alone.`);
  return 0;
}
