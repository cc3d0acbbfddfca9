import { t } from '@lingui/core/macro';
import {
  type Icon,
  IconBook,
  IconCalendar,
  IconFile,
  IconFileSpreadsheet,
  IconFileText,
  IconFileTypeDocx,
  IconFileTypeHtml,
  IconFileTypePdf,
  IconFileTypePpt,
  IconFileTypeTxt,
  IconFileTypeXls,
  IconMail,
  IconMarkdown,
  IconMusic,
  IconPhoto,
  IconPresentation,
  IconTextCaption,
  IconVideo,
} from '@tabler/icons-react';
import type { AssetVersion } from '../../contract/assets.ts';
import type { DocumentKind } from '../../shared/vocabulary/assets.ts';

const kinds: Readonly<Record<DocumentKind, { readonly icon: Icon; readonly name: string }>> = {
  pdf: { icon: IconFileTypePdf, name: t`PDF` },
  pptx: { icon: IconFileTypePpt, name: t`PowerPoint` },
  docx: { icon: IconFileTypeDocx, name: t`Word` },
  xlsx: { icon: IconFileTypeXls, name: t`Excel` },
  odt: { icon: IconFileText, name: t`OpenDocument text` },
  odp: { icon: IconPresentation, name: t`OpenDocument presentation` },
  ods: { icon: IconFileSpreadsheet, name: t`OpenDocument spreadsheet` },
  rtf: { icon: IconFileText, name: t`RTF` },
  email: { icon: IconMail, name: t`Email` },
  epub: { icon: IconBook, name: t`E-book` },
  captions: { icon: IconTextCaption, name: t`Captions` },
  calendar: { icon: IconCalendar, name: t`Calendar` },
  markdown: { icon: IconMarkdown, name: t`Markdown` },
  html: { icon: IconFileTypeHtml, name: t`HTML` },
  text: { icon: IconFileTypeTxt, name: t`Text` },
  image: { icon: IconPhoto, name: t`Picture` },
  video: { icon: IconVideo, name: t`Video` },
  audio: { icon: IconMusic, name: t`Audio` },
  other: { icon: IconFile, name: t`File` },
};

/** How people call this kind of document. */
export function kindName(kind: DocumentKind): string {
  return kinds[kind].name;
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
