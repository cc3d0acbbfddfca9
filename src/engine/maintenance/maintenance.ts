import type { IndexReport, VerifyReport } from '../../contract/maintenance.ts';
import type { Progress } from '../../contract/session.ts';
import type { KeptBlob } from '../../domain/kernel/blobs.ts';
import { StorageError } from '../../shared/errors.ts';
import { says } from '../../shared/says/says.ts';
import type { Sha256 } from '../../shared/vocabulary/ids.ts';
import { bytesWrong, journalProblem } from '../base/what-is-wrong.ts';
import type { WithMaintenance } from './with-maintenance.ts';

/** Blobs younger than this are never removed: they may be on their way into an event. */
const YOUNG_MS = 24 * 60 * 60 * 1000;

/** A digest of the folded catalog: two replicas that hold the same events of the catalog stream have the same. */
export function stateHash(replica: WithMaintenance): { hash: string; events: number } {
  const { catalog, ports } = replica;
  return { hash: ports.crypto.sha256(catalog.text()), events: catalog.catalogEvents };
}

/** What can be searched on this device, and what is still to be read again. */
export async function indexReportOf({
  search,
  secondReading,
  recognition,
}: WithMaintenance): Promise<IndexReport> {
  const [report, readAgain, waiting] = await Promise.all([
    search.report(),
    secondReading.toReadAgain(),
    recognition.waiting(),
  ]);
  return { ...report, readAgain, recognition: waiting };
}

/** Checks everything: journal chain and signatures, blobs' bytes against their names, the live state against a fresh fold. */
export async function verifyReplica(replica: WithMaintenance): Promise<VerifyReport> {
  const { catalog, ports } = replica;
  const journal = await catalog.replica.verify();
  const problems: VerifyReport['problems'] = journal.problems.map((problem) => ({
    code: problem.code,
    says: journalProblem(problem),
    id: problem.device,
  }));
  const checked = new Map<string, 'whole' | 'missing' | 'damaged'>();
  const elsewhere = { notKept: 0, notArrived: 0 };
  for (const blob of catalog.keptBlobs()) {
    const { sha256, of: id, outdated } = blob;
    if (outdated === true || checked.has(sha256)) continue;
    const state = await ports.home.blobs.check(sha256);
    checked.set(sha256, state);
    if (state === 'missing' && (await isElsewhere(replica, blob))) {
      elsewhere[blob.size === undefined ? 'notArrived' : 'notKept'] += 1;
      if (replica.offline.isAltered(sha256))
        problems.push({ code: 'blob-altered-in-hub', says: says('file.changed-in-hub'), id });
    } else if (state !== 'whole') problems.push({ code: `blob-${state}`, says: bytesWrong(state), id });
    else if (blob.role === 'text' && !(await isReadable(replica, sha256)))
      problems.push({ code: 'text-unreadable', says: says('file.text-unreadable'), id });
  }
  if (catalog.model.textOf(await catalog.foldAfresh()) !== catalog.text()) {
    problems.push({ code: 'fold-differs', says: says('maintenance.fold-differs') });
  }
  return { ok: problems.length === 0, events: journal.events, blobs: checked.size, problems, ...elsewhere };
}

/** Whether a kept text is one: its bytes may be what its name says, and still no text. */
async function isReadable({ texts }: WithMaintenance, textBlob: Sha256): Promise<boolean> {
  try {
    await texts.read(textBlob);
    return true;
  } catch (error) {
    if (error instanceof StorageError && error.failure === 'damaged') return false;
    throw error;
  }
}

/** A blob that is not on this device is lost only where nobody else has it: in a hub that is not shared, or where this person published it. */
async function isElsewhere(replica: WithMaintenance, blob: KeptBlob): Promise<boolean> {
  if (!replica.offline.linked) return false;
  if (blob.member !== replica.catalog.selfId()) return true;
  if (blob.size === undefined) return true;
  return (await replica.offline.hubHas(blob.sha256, blob.size)) !== false;
}

/** Removes blobs that nothing refers to: what was staged and discarded, what a crash left behind. */
export async function removeUnusedBlobs(replica: WithMaintenance): Promise<number> {
  const keep = new Set<string>(replica.staging.blobs());
  for (const { sha256 } of replica.catalog.keptBlobs()) keep.add(sha256);
  const removed = await replica.ports.home.blobs.removeExcept(keep, YOUNG_MS);
  if (removed > 0) {
    replica.ports.logger.info('unused-blobs-removed', { count: removed });
    await replica.offline.reload();
  }
  return removed;
}

/** Reads again what can be read better now, and builds the text index anew. */
export async function* rebuildIndex({
  secondReading,
  search,
  changes,
}: WithMaintenance): AsyncGenerator<Progress, void> {
  yield* secondReading.readAll();
  for await (const { done, total } of search.rebuild()) yield { done, total, current: '' };
  changes.emit('index');
}
