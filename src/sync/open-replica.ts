import type { DeviceId } from '../shared/ids.ts';
import type { Clock } from '../shared/ports/clock.ts';
import type { Logger } from '../shared/ports/logger.ts';
import { createAuthor } from './author.ts';
import { readCard } from './device-card.ts';
import { emptyChain } from './journal-chain.ts';
import { STREAMS } from './journal-event.ts';
import { JournalReplica } from './journal-replica.ts';
import { KeptJournals, positionKey } from './kept-journals.ts';
import { type JournalState, surveySealed } from './open-journal.ts';
import type { Crypto, Signer } from './ports/crypto.ts';
import type { JournalFiles } from './ports/journal-files.ts';
import type { JournalProblem, Replica } from './replica.ts';

export type ReplicaOptions = {
  readonly device: DeviceId;
  readonly files: JournalFiles;
  readonly crypto: Crypto;
  readonly signer: Signer;
  readonly clock: Clock;
  readonly logger: Logger;
};

/**
 * Opens a replica over its journals: follows every chain, cuts torn tails off, sets aside what does not follow, and makes this device's
 * author. Throws `StorageError` when the disk refuses.
 */
export async function openReplica(options: ReplicaOptions): Promise<Replica> {
  const { files, crypto, device, logger } = options;
  const known = new Set([...(await files.devices()), device]);
  const states = new Map<string, JournalState>();
  const problems: JournalProblem[] = await keptAside(files);
  for (const who of [...known].sort()) {
    const surveyed = await surveyDevice(files, who, crypto, who === device);
    problems.push(...surveyed.problems);
    for (const state of surveyed.states) {
      states.set(positionKey(who, state.stream), state);
      if (state.cut) await files.cut(who, state.stream, state.soundBytes, state.cut.keep);
    }
  }
  for (const problem of problems) {
    logger.warn('journal-problem', {
      code: problem.code,
      device: problem.device,
      stream: problem.stream,
      count: problem.count,
    });
  }
  return assemble(options, states, problems);
}

/** The author goes on where this device's chains end, and its clock past everything that was seen. */
function assemble(
  options: ReplicaOptions,
  states: Map<string, JournalState>,
  problems: readonly JournalProblem[],
): Replica {
  const { device, files, crypto, signer } = options;
  for (const stream of STREAMS) {
    const key = positionKey(device, stream);
    if (states.has(key)) continue;
    const head = emptyChain(device, stream, crypto);
    states.set(key, { device, stream, head, soundBytes: 0, marks: [] });
  }
  const catalog = states.get(positionKey(device, 'catalog'))?.head;
  const activity = states.get(positionKey(device, 'activity'))?.head;
  const author = createAuthor({
    ...options,
    heads: { ...(catalog && { catalog }), ...(activity && { activity }) },
  });
  for (const state of states.values()) author.observe(state.head.hlc);
  return new JournalReplica({
    journals: new KeptJournals({ device, signer }, files, crypto, author, states),
    author,
    problems,
    closeFiles: () => files.close(),
    verify: async () => {
      await author.seal();
      return verifyJournals(options);
    },
  });
}

async function verifyJournals({ files, crypto, device }: ReplicaOptions) {
  const problems: JournalProblem[] = await keptAside(files);
  let events = 0;
  for (const who of await files.devices()) {
    const surveyed = await surveyDevice(files, who, crypto, who === device);
    problems.push(...surveyed.problems);
    for (const state of surveyed.states) events += state.head.seq;
  }
  return { events, problems };
}

/** What earlier starts set aside: told until a person has dealt with it. */
async function keptAside(files: JournalFiles): Promise<JournalProblem[]> {
  const kept = await files.kept();
  return kept.map(({ device, stream }) => ({ code: 'quarantined', device, stream, seq: 0, count: 1 }));
}

async function surveyDevice(files: JournalFiles, device: DeviceId, crypto: Crypto, own: boolean) {
  const card = readCard(await files.readDocument(device, 'card'), crypto);
  const states: JournalState[] = [];
  const problems: JournalProblem[] = [];
  if (!card || card.device !== device) {
    problems.push({ code: 'bad-card', device, stream: 'catalog', seq: 0, count: 1 });
    return { states, problems };
  }
  for (const stream of STREAMS) {
    const surveyed = await surveySealed(files, device, stream, card.publicKey, crypto, own);
    states.push(surveyed.state);
    problems.push(...surveyed.problems);
  }
  return { states, problems };
}
