import type { DocumentKind, Preview } from '../../../engine/ports/extractor.ts';

export async function previewDocument(_path: string, _kind: DocumentKind, _name: string): Promise<Preview> {
  return { preview: 'none', reason: 'unsupported' };
}
