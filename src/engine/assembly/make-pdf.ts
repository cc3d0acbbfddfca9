import type { AssemblyStep } from '../../contract/assembly.ts';
import type { CheckedSend, SendItem } from '../../contract/sends.ts';
import type { Cancellation } from '../../shared/ports/cancellation.ts';
import { safeFileName } from '../../shared/safe-file-name.ts';
import { says } from '../../shared/says/says.ts';
import { MOST_ASSEMBLED_PAGES } from '../../shared/vocabulary/assembly.ts';
import { readableVersion } from '../assets/assets.ts';
import { documentKind } from '../assets/version-view.ts';
import { invalid, Refusal } from '../base/refusal.ts';
import { cancellableSteps } from '../base/steps.ts';
import type { Assembled, AssemblePart } from '../ports/assembler.ts';
import { checkSends, withoutMissing } from '../sends/check-send.ts';
import type { WithAssembly } from './with-assembly.ts';

/** What a PDF is made of, and how. */
type Asked = {
  readonly items: readonly SendItem[];
  readonly title: string;
  readonly to?: string | undefined;
  readonly cover?: { readonly title: string; readonly lines: readonly string[] } | undefined;
  readonly stamp?: string | undefined;
};

type Tell = (step: AssemblyStep) => void;

/** Makes one PDF of pages that may leave, telling how far it is. Whoever stops listening ends the work. Throws `Refusal`, `AbortError`. */
export function makePdf(
  replica: WithAssembly,
  asked: Asked,
  signal?: Cancellation,
): AsyncGenerator<AssemblyStep, void> {
  return cancellableSteps((tell, cancelled) => make(replica, asked, tell, cancelled), signal);
}

async function make(replica: WithAssembly, asked: Asked, tell: Tell, signal: Cancellation): Promise<void> {
  const checked = withoutMissing(await checkSends(replica, asked.items, 'assemble'));
  const ready = checked.filter(({ held }) => held === undefined);
  const held = checked.filter((item) => item.held !== undefined);
  if (ready.length === 0) throw new Refusal('INVALID', held[0]?.held?.says ?? says('assembly.nothing'));
  const parts = ready.map((item) => partOf(replica, item));
  const total = parts.reduce((sum, { pages, pageCount }) => sum + (pages?.length ?? pageCount), 0);
  if (total > MOST_ASSEMBLED_PAGES)
    throw invalid(says('assembly.too-many-pages', { pages: total, most: MOST_ASSEMBLED_PAGES }), 'items');
  const { title, cover, stamp, to = '' } = asked;
  const made = await replica.ports.extractor.assemble(
    { title, parts, ...(cover && { cover }), ...(stamp !== undefined && { stamp }) },
    { signal, onProgress: (progress) => tell({ step: 'progress', ...progress }) },
  );
  if (made.assembled === 'failed') throw notMade(made, ready);
  const { bytes, pages, sha256 } = made;
  const fileName = `${safeFileName(title)}.pdf`;
  const ticket = replica.sendTickets.add({ items: ready, to, note: '', assembled: { bytes, fileName } });
  tell({ step: 'made', ticket, fileName, pages, bytes: bytes.length, sha256, ready, held });
}

function partOf(replica: WithAssembly, { version, pages, pageCount }: CheckedSend): AssemblePart {
  const { sha256, kind } = readableVersion(replica, version).body;
  const numbers = pages?.flatMap(([from, to]) =>
    Array.from({ length: to - from + 1 }, (_, index) => from + index),
  );
  return {
    path: replica.ports.home.blobs.path(sha256),
    kind: documentKind(kind),
    pageCount: Math.max(1, pageCount),
    ...(numbers && { pages: numbers }),
  };
}

/** Says which document it was. */
function notMade(
  { reason, part }: Extract<Assembled, { readonly assembled: 'failed' }>,
  ready: readonly CheckedSend[],
): Refusal {
  const title = part === undefined ? undefined : ready[part]?.title;
  if (title === undefined || reason === 'too-much') return invalid(says('assembly.too-much'), 'items');
  return invalid(says(`assembly.${reason}`, { title }), 'items');
}
