import { inParallel } from '../../shared/in-parallel.ts';
import type { Clock } from '../../shared/ports/clock.ts';
import type { Logger } from '../../shared/ports/logger.ts';
import { STREAMS } from '../../shared/vocabulary/device.ts';
import type { DeviceId } from '../../shared/vocabulary/ids.ts';
import type { Crypto, Signer } from '../identity/crypto.ts';
import { readCard } from '../identity/device-card.ts';
import { createAuthor } from './author.ts';
import { Checkpoints } from './checkpoints.ts';
import { emptyChain } from './journal-chain.ts';
import type { JournalCheckpoints } from './journal-checkpoints.ts';
import type { JournalFiles } from './journal-files.ts';
import { JournalReplica } from './journal-replica.ts';
import { KeptJournals, positionKey } from './kept-journals.ts';
import { type JournalState, surveySealed } from './open-journal.ts';
import type { JournalProblem, Replica } from './replica.ts';

type ReplicaOptions = {
  readonly device: DeviceId;
  readonly files: JournalFiles;
  readonly crypto: Crypto;
  readonly signer: Signer;
  readonly clock: Clock;
  readonly logger: Logger;
  /** Without it every start reads every journal. */
  readonly checkpoints?: JournalCheckpoints;
};

/** Journals that are followed at once. */
const AT_ONCE = 16;

/**
 * Opens a replica over its journals: follows every chain, cuts torn tails off, sets aside what does not follow, and makes this device's
 * author. Throws `StorageError` when the disk refuses.
 */
export async function openReplica(options: ReplicaOptions): Promise<Replica> {
  const { files, device, logger } = options;
  const known = [...new Set([...(await files.devices()), device])].sort();
  const checkpoints = await checkpointsOf(options);
  const surveys = new Map<DeviceId, Surveyed>();
  await inParallel(known, AT_ONCE, async (who) => {
    surveys.set(who, await surveyOrRemember(options, who, checkpoints));
  });
  const states = new Map<string, JournalState>();
  const problems: JournalProblem[] = await keptAside(files);
  for (const who of known) {
    const surveyed = surveys.get(who);
    problems.push(...(surveyed?.problems ?? []));
    for (const state of surveyed?.states ?? []) {
      states.set(positionKey(who, state.stream), state);
      if (state.cut) await files.cut(who, state.stream, state.soundBytes, state.cut.keep);
    }
  }
  // Whoever is always killed rather than closed need not read everything at every start.
  if ([...surveys.values()].some(({ whole }) => whole))
    await checkpoints?.save(states.values(), troubled(problems));
  for (const problem of problems) {
    logger.warn('journal-problem', {
      code: problem.code,
      device: problem.device,
      stream: problem.stream,
      count: problem.count,
    });
  }
  return assemble(options, states, problems, checkpoints);
}

/** The author goes on where this device's chains end, and its clock past everything that was seen. */
function assemble(
  options: ReplicaOptions,
  states: Map<string, JournalState>,
  problems: readonly JournalProblem[],
  checkpoints: Checkpoints | undefined,
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
    closeFiles: async () => {
      await files.close();
      await checkpoints?.save(states.values(), troubled(problems));
    },
    verify: async () => {
      await author.seal();
      return verifyJournals(options);
    },
  });
}

function checkpointsOf(options: ReplicaOptions): Promise<Checkpoints> | undefined {
  const { checkpoints: port, files, crypto, logger, device: own } = options;
  return port && Checkpoints.load({ port, files, crypto, logger, own });
}

/** A device's journals as they were left, or as they are when they are read from end to end. */
async function surveyOrRemember(
  { files, crypto, device: own, signer }: ReplicaOptions,
  device: DeviceId,
  checkpoints: Checkpoints | undefined,
): Promise<Surveyed> {
  const remembered = await checkpoints?.remembered(device);
  if (remembered === undefined) return surveyDevice(files, device, crypto, device === own);
  const states: JournalState[] = [];
  const problems: JournalProblem[] = [];
  for (const { state, grown } of remembered) {
    const { device: who, stream } = state;
    const survey = grown
      ? await surveySealed(files, who, stream, signer.publicKey, crypto, true, state)
      : { state, problems: [] };
    states.push(survey.state);
    problems.push(...survey.problems);
  }
  // Where anything is wrong but the last write, all of it is looked at.
  if (problems.every(({ code }) => code === 'torn-tail')) return { states, problems, whole: false };
  return surveyDevice(files, device, crypto, true);
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

function troubled(problems: readonly JournalProblem[]): ReadonlySet<DeviceId> {
  return new Set(problems.map(({ device }) => device));
}

type Surveyed = {
  readonly states: readonly JournalState[];
  readonly problems: readonly JournalProblem[];
  /** Whether the journals were read from end to end. */
  readonly whole: boolean;
};

async function surveyDevice(
  files: JournalFiles,
  device: DeviceId,
  crypto: Crypto,
  own: boolean,
): Promise<Surveyed> {
  const card = readCard(await files.readDocument(device, 'card'), crypto);
  const states: JournalState[] = [];
  const problems: JournalProblem[] = [];
  if (!card || card.device !== device) {
    problems.push({ code: 'bad-card', device, stream: 'catalog', seq: 0, count: 1 });
    return { states, problems, whole: true };
  }
  for (const stream of STREAMS) {
    const surveyed = await surveySealed(files, device, stream, card.publicKey, crypto, own);
    states.push(surveyed.state);
    problems.push(...surveyed.problems);
  }
  return { states, problems, whole: true };
}
