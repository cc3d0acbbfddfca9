import { openReplicaFolder } from '../../../src/platform/replica-folder.ts';
import { systemClock } from '../../../src/platform/system/system-ports.ts';
import type { MemberId } from '../../../src/shared/vocabulary/ids.ts';

/** Commits notes to a replica without end and prints the text of each once it is acknowledged; refused ones go to standard error. */
const [folder = '', length = '20'] = process.argv.slice(2);
const quiet = () => undefined;
const opened = await openReplicaFolder(folder, {
  what: 'write-notes',
  clock: systemClock,
  logger: { debug: quiet, info: quiet, warn: quiet, error: quiet },
  create: true,
});
if (!opened.ok) {
  console.error(JSON.stringify(opened.error));
  process.exit(3);
}
const replica =
  opened.value.state === 'new'
    ? await (await opened.value.begin('test')).finish()
    : await opened.value.open();
const start = replica.position()[`${replica.device}/catalog`] ?? 0;
for (let number = start + 1; ; number += 1) {
  const text = `${number}:${'x'.repeat(Number(length))}`;
  try {
    await replica.commit('m_0000000000000001' as MemberId, [
      { stream: 'catalog', kind: 'noted', body: { text } },
    ]);
    process.stdout.write(`${number}\n`);
  } catch (error) {
    console.error(error instanceof Error && 'failure' in error ? String(error.failure) : String(error));
    await replica.close();
    process.exit(1);
  }
}
