import { allProposedBy, type MadeProposal, madeProposal } from '../../domain/proposals/proposal-selectors.ts';
import { standingAnswer } from '../../domain/proposals/proposals.ts';
import type { EventDraft } from '../../domain/registry.ts';
import { LARGEST_PROPOSED, MOST_OPEN_PROPOSALS } from '../../shared/limits.ts';
import { type Says, says } from '../../shared/says/says.ts';
import type { Sha256 } from '../../shared/vocabulary/ids.ts';
import { invalid } from '../base/refusal.ts';
import { mintHere } from '../live/minted.ts';
import type { SourceFile } from '../ports/files.ts';
import { copyDocument, failureOf, readDocument } from '../publish/read-document.ts';
import { requestOf } from '../requests/request-view.ts';
import type { WithProposals } from './with-proposals.ts';

/** Files that can be proposed at once: somebody says why for all of them in one line. */
const MOST_AT_ONCE = 20;

/** What somebody proposes, and why. */
type ToPropose = {
  readonly paths: readonly string[];
  readonly why: string;
  readonly request?: string | undefined;
  readonly meant: boolean;
};

/** A file that was not proposed. */
type Refused = {
  readonly fileName: string;
  readonly code: string;
  readonly says: Says;
  readonly asset?: { readonly asset: string; readonly title: string };
};

/**
 * Proposes files in one write. Each is read here first: what can't be read could not be adopted, and what looks like a key or passwords is
 * asked about before it leaves this device.
 */
export async function proposeFiles(
  replica: WithProposals,
  { paths, why, request, meant }: ToPropose,
): Promise<{ readonly made: readonly MadeProposal[]; readonly refused: readonly Refused[] }> {
  if (request !== undefined) requestOf(replica, request);
  const files = await filesAt(replica, paths);
  const open = openHere(replica);
  if (open.size + files.length > MOST_OPEN_PROPOSALS)
    throw invalid(says('proposals.too-many-open', { most: MOST_OPEN_PROPOSALS }));
  const ids: string[] = [];
  const refused: Refused[] = [];
  const drafts: EventDraft[] = [];
  for (const file of files) {
    const copy = await checkedCopy(replica, file, meant);
    if ('code' in copy) {
      refused.push(copy);
      continue;
    }
    // What waits for an answer already is not proposed twice.
    const known = open.get(copy.sha256);
    if (known !== undefined) {
      ids.push(known);
      continue;
    }
    const { nonce, id } = mintHere(replica);
    const proposal = id('proposal');
    open.set(copy.sha256, proposal);
    ids.push(proposal);
    drafts.push({
      kind: 'proposal-made',
      body: {
        ...{ proposal, nonce, why, at: replica.ports.clock.now() },
        file: { ...copy, fileName: file.name.slice(0, 1024) },
        ...(request !== undefined && { request }),
      },
    });
  }
  if (drafts.length > 0) await replica.catalog.commit(drafts);
  const made = ids.flatMap((id) => madeProposal(replica.catalog, id) ?? []);
  return { made, refused };
}

async function filesAt(replica: WithProposals, paths: readonly string[]): Promise<readonly SourceFile[]> {
  const { files, unreadable } = await replica.ports.home.sources.walk(paths);
  const [first] = unreadable;
  if (first !== undefined) throw invalid(failureOf(first.reason).says);
  if (files.length === 0) throw invalid(says('proposals.nothing'));
  if (files.length > MOST_AT_ONCE) throw invalid(says('proposals.too-many', { most: MOST_AT_ONCE }));
  return files;
}

/** What the person here proposed and nobody has answered, by the file's digest. */
function openHere({ catalog }: WithProposals): Map<string, string> {
  const open = allProposedBy(catalog, catalog.self().id).filter(
    (proposal) => standingAnswer(proposal) === undefined,
  );
  return new Map(open.map(({ id, made }) => [made.value.file.sha256, id]));
}

/** The file's copy in the store of this device, or why it is not proposed. */
async function checkedCopy(
  replica: WithProposals,
  file: SourceFile,
  meant: boolean,
): Promise<{ readonly sha256: Sha256; readonly size: number } | Refused> {
  const { ports, knownFiles, summaries } = replica;
  const fileName = file.name;
  if (file.size > LARGEST_PROPOSED) {
    const megabytes = LARGEST_PROPOSED / 1024 / 1024;
    return { fileName, code: 'too-large', says: says('proposals.too-large', { megabytes }) };
  }
  const reader = { blobs: ports.home.blobs, extractor: ports.extractor, clock: ports.clock };
  const copy = await copyDocument(reader, file);
  if (!copy.copied) return { fileName, code: copy.failure.reason, says: copy.failure.says };
  const { sha256, size } = copy;
  // A draft with the same bytes is none of a rep's business: it is proposed all the same.
  const there = summaries.seen(knownFiles.assetWith(sha256) ?? '');
  if (there !== undefined) {
    const { id: asset, title } = there;
    const told = says('publish.in-library', { title });
    return { fileName, code: 'in-library', says: told, asset: { asset, title } };
  }
  const read = await readDocument(reader, copy, { name: fileName, meant });
  if (!read.read) return { fileName, code: read.failure.reason, says: read.failure.says };
  return { sha256, size };
}
