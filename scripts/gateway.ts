import { GATEWAY_KEYS, GATEWAY_PACKAGES, hasGateway, startGateway } from './gateway/start-gateway.ts';

/** `npm run gateway`: Ceph's gateway in memory for trying a hub in a bucket, until Ctrl+C. Tests use it by `KITBAG_GATEWAY=…`. */
if (!hasGateway()) {
  console.error('Ceph’s gateway is not installed. On Debian:');
  console.error(`  apt-get install --no-install-recommends ${GATEWAY_PACKAGES.join(' ')}`);
  process.exitCode = 1;
} else {
  const gateway = await startGateway();
  console.log(`KITBAG_GATEWAY=${gateway.endpoint}`);
  console.log(`key ${GATEWAY_KEYS.accessKeyId}, secret ${GATEWAY_KEYS.secretAccessKey}, path style`);
  const end = () => void gateway.stop().then(() => process.exit(0));
  process.on('SIGINT', end);
  process.on('SIGTERM', end);
  setInterval(() => undefined, 1 << 30);
}
