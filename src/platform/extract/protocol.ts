import type { Assembled, AssemblePlan, AssemblingProgress } from '../../engine/ports/assembler.ts';
import type { ComparingProgress, TwoPages, TwoTexts } from '../../engine/ports/comparer.ts';
import type {
  Extraction,
  ExtractionOutcome,
  Opening,
  PageOfText,
  PageText,
  PlacedText,
  Preview,
  RecognizedPage,
  TableRead,
  Thumbnail,
} from '../../engine/ports/extractor.ts';
import type { InvitationClock, InvitationRead, InvitationSource } from '../../engine/ports/invitation.ts';
import type { DocumentKind } from '../../shared/vocabulary/assets.ts';
import type { KeptPair } from './compare/kept-pair.ts';
import type { KeptText } from './text/kept-text.ts';

/** What the extractor asks of a worker. */
export type Job =
  | { readonly job: 'extract'; readonly path: string; readonly name: string; readonly softCpuMs: number }
  | { readonly job: 'preview'; readonly path: string; readonly kind: DocumentKind; readonly name: string }
  | {
      readonly job: 'page-picture';
      readonly path: string;
      readonly kind: DocumentKind;
      readonly page: number;
      readonly width: number;
      readonly words: readonly string[];
      readonly recognized?: PlacedText;
    }
  | {
      readonly job: 'recognize';
      readonly path: string;
      readonly kind: DocumentKind;
      readonly page: number;
    }
  /** The pages of a kept text. */
  | { readonly job: 'kept-text'; readonly path: string }
  | {
      readonly job: 'text-picture';
      readonly page: PageOfText;
      readonly width: number;
      readonly words: readonly string[];
    }
  /** Two kept texts, and a page of each. */
  | { readonly job: 'compare'; readonly texts: TwoTexts }
  | { readonly job: 'compare-pages'; readonly texts: TwoTexts; readonly pages: TwoPages }
  | { readonly job: 'cut-pages'; readonly path: string; readonly pages: string }
  | { readonly job: 'assemble'; readonly plan: AssemblePlan }
  | { readonly job: 'table'; readonly path: string; readonly name: string }
  | { readonly job: 'invitation'; readonly source: InvitationSource; readonly clock: InvitationClock }
  | { readonly job: 'picture-mark'; readonly path: string }
  | { readonly job: 'opening'; readonly path: string; readonly name: string };

/** What is known of a file before it has been read: enough to keep it if reading kills the worker. */
export type Found = {
  readonly kind: DocumentKind;
  readonly mediaType: string;
  readonly misnamed: boolean;
  readonly pageCount: number;
};

/** How far a worker got with an extraction; what was reported survives the worker's end. */
export type Progress =
  | { readonly reached: 'recognised'; readonly found: Found }
  /** How many pages there are to be read, where that is known before they are, and what it is called. */
  | { readonly reached: 'opened'; readonly pageCount: number; readonly title?: string }
  | { readonly reached: 'page'; readonly page: PageText; readonly words: number }
  /** All that will be read has been; its pages are those that were reported. */
  | { readonly reached: 'read'; readonly extraction: Omit<Extraction, 'pages'> }
  | ({ readonly reached: 'compared' } & ComparingProgress)
  | ({ readonly reached: 'assembled' } & AssemblingProgress);

/** A job's answer. An extraction that reported `read` answers with its picture only, so that texts cross once. */
export type Answer =
  | { readonly job: 'extract'; readonly outcome: ExtractionOutcome }
  | { readonly job: 'picture-of-read'; readonly thumbnail: Thumbnail | undefined }
  | { readonly job: 'preview'; readonly preview: Preview }
  | { readonly job: 'kept-text'; readonly text: KeptText }
  | { readonly job: 'page-picture'; readonly picture: Thumbnail | undefined }
  | { readonly job: 'recognize'; readonly page: RecognizedPage }
  | { readonly job: 'compare'; readonly texts: Awaited<ReturnType<KeptPair['compare']>> }
  | { readonly job: 'compare-pages'; readonly pages: Awaited<ReturnType<KeptPair['pages']>> }
  | { readonly job: 'cut-pages'; readonly bytes: Uint8Array | undefined }
  | { readonly job: 'assemble'; readonly assembled: Assembled }
  | { readonly job: 'table'; readonly table: TableRead }
  | { readonly job: 'invitation'; readonly invitation: InvitationRead }
  | { readonly job: 'picture-mark'; readonly mark: bigint | undefined }
  | { readonly job: 'opening'; readonly opening: Opening };

/** Worker to pool. `failed` is a defect met while reading, named by its error class, never by content. */
export type WorkerMessage =
  /** The worker's script is loaded; one that ends before could not start, which is no document's fault. */
  | { readonly type: 'ready'; readonly thread: string | undefined }
  | { readonly type: 'progress'; readonly id: number; readonly progress: Progress }
  | ({ readonly type: 'answer'; readonly id: number; readonly answer: Answer } & Held)
  | ({ readonly type: 'failed'; readonly id: number; readonly errorName: string } & Held);

/** Bytes that a thread holds after a job: its heap, WebAssembly and buffers, whether they are used or not. */
type Held = { readonly heldBytes: number };

/** Pool to worker. */
export type WorkerRequest = { readonly id: number; readonly job: Job };

/** Whether a value that a worker posted is one of its messages; the payload is our own worker's. */
export function isWorkerMessage(value: unknown): value is WorkerMessage {
  if (typeof value !== 'object' || value === null) return false;
  if (!('type' in value)) return false;
  if (value.type === 'ready') return true;
  if (!('id' in value) || typeof value.id !== 'number') return false;
  return value.type === 'progress' || value.type === 'answer' || value.type === 'failed';
}
