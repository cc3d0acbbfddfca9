import type { AssetVersion } from '../../../../contract/assets.ts';
import type { DocumentModel } from './document-model.ts';
import type { FindRequest } from './find-text.ts';

/** What every viewer of a kind of document is given. */
export type ViewerProps = {
  readonly version: AssetVersion;
  readonly model: DocumentModel;
  /** What to mark; null for nothing. */
  readonly find: FindRequest | null;
  /** Whether what the author hid is found too; it is shown, marked, in any case. */
  readonly findsHidden: boolean;
  /** True while the document fills the screen, page by page. */
  readonly presenting: boolean;
};
