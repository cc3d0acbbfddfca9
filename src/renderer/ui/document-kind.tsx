import {
  type Icon,
  IconFile,
  IconFileText,
  IconFileTypeDocx,
  IconFileTypeHtml,
  IconFileTypePdf,
  IconFileTypePpt,
  IconFileTypeTxt,
  IconFileTypeXls,
  IconMarkdown,
  IconMusic,
  IconPhoto,
  IconVideo,
} from '@tabler/icons-react';
import type { AssetVersion } from '../../contract/assets.ts';
import type { DocumentKind } from '../../shared/vocabulary/assets.ts';

const kinds: Readonly<
  Record<DocumentKind, { readonly icon: Icon; readonly name: string; readonly page: string }>
> = {
  pdf: { icon: IconFileTypePdf, name: 'PDF', page: 'page' },
  pptx: { icon: IconFileTypePpt, name: 'PowerPoint', page: 'slide' },
  docx: { icon: IconFileTypeDocx, name: 'Word', page: 'page' },
  xlsx: { icon: IconFileTypeXls, name: 'Excel', page: 'sheet' },
  markdown: { icon: IconMarkdown, name: 'Markdown', page: 'section' },
  html: { icon: IconFileTypeHtml, name: 'HTML', page: 'page' },
  text: { icon: IconFileTypeTxt, name: 'Text', page: 'page' },
  image: { icon: IconPhoto, name: 'Picture', page: 'picture' },
  video: { icon: IconVideo, name: 'Video', page: 'video' },
  audio: { icon: IconMusic, name: 'Audio', page: 'recording' },
  other: { icon: IconFile, name: 'File', page: 'page' },
};

/** How people call this kind of document. */
export function kindName(kind: DocumentKind): string {
  return kinds[kind].name;
}

/** What one page of it is called: page, slide, sheet. */
export function pageWord(kind: DocumentKind): string {
  return kinds[kind].page;
}

const drawnFromFile: ReadonlySet<DocumentKind> = new Set(['pdf', 'image', 'pptx', 'xlsx']);

/** Whether the engine draws pictures of a version's single pages: from its file where that is on this device, else from its text. */
export function drawsPages({ kind, away, words }: Pick<AssetVersion, 'kind' | 'away' | 'words'>): boolean {
  return drawnFromFile.has(kind) ? away !== true : words > 0;
}

/** The kind's icon. */
export function KindIcon({ kind, size = 20 }: { readonly kind: DocumentKind; readonly size?: number }) {
  const Drawn = kinds[kind]?.icon ?? IconFileText;
  return <Drawn size={size} stroke={1.5} aria-hidden />;
}
