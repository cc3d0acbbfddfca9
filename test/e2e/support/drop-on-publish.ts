import { mkdir } from 'node:fs/promises';
import type { TestInfo } from '@playwright/test';
import { openArea } from '../pages/first-start.ts';
import { PublishPage } from '../pages/publish-page.ts';
import { dropFiles } from './drop-files.ts';
import type { RunningKitbag } from './launch.ts';
import { pdfOf, put } from './make-files.ts';

/** Three real files of three kinds. */
export async function threeFiles(info: TestInfo): Promise<string[]> {
  const folder = info.outputPath('documents');
  await mkdir(folder, { recursive: true });
  return [
    await put(
      folder,
      'harbor-roi.pdf',
      pdfOf(['Harbor saves nine percent.', 'Payback within seven months.']),
    ),
    await put(
      folder,
      'objections.md',
      '# Objection handling\n\nToo expensive? Ask what a late invoice costs.\n',
    ),
    await put(folder, 'faq.html', '<h1>Questions and answers</h1><p>Does it work offline? It does.</p>'),
  ];
}

/** Drops files on the publish screen; resolves once all of them are read. */
export async function dropAll(kitbag: RunningKitbag, files: readonly string[]): Promise<PublishPage> {
  await openArea(kitbag, 'Publish');
  const publish = new PublishPage(kitbag);
  await dropFiles(kitbag, files);
  await publish.settled(files.length);
  return publish;
}
