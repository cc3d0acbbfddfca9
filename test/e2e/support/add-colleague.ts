import { z } from 'zod';
import { MODEL } from '../../../src/domain/registry.ts';
import { comingIn, foreignDevice, writeForeign } from '../../support/foreign-journal.ts';

// A program of its own, run by Node: see `fill-replica.ts`.

const eventSchema = z.object({ kind: z.string(), body: z.record(z.string(), z.json()) });

const [dataFolder = '', name = '', events = '[]'] = process.argv.slice(2);
const device = foreignDevice();
const written = z.array(eventSchema).parse(JSON.parse(events));
const streamed = written.map((event) => ({
  stream: MODEL.knows(event.kind) ? MODEL.streamOf(event.kind) : ('catalog' as const),
  ...event,
}));
await writeForeign(dataFolder, device, [
  comingIn(device, name),
  ...streamed.filter(({ stream }) => stream === 'catalog'),
]);
const activity = streamed.filter(({ stream }) => stream === 'activity');
if (activity.length > 0) await writeForeign(dataFolder, device, activity);
process.stdout.write(JSON.stringify({ device: device.id, member: device.member }));
