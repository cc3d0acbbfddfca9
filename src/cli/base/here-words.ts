import type { WhatIsHere } from '../../contract/offline.ts';

/** What has arrived and what still comes, as `hub join` and `sync` say it. */
export function hereWords({ texts, files }: WhatIsHere): string[] {
  return [...textWords(texts), ...fileWords(files)];
}

const UNTIL_THEN = 'Until then, what has no text here is found by title and tags only.';

function textWords({ wanted, here }: WhatIsHere['texts']): string[] {
  if (wanted === 0) return [];
  if (here >= wanted) return [wanted === 1 ? 'The text is here.' : `All ${wanted} texts are here.`];
  if (wanted === 1) return [`The text is not here yet; kitbag sync gets it. ${UNTIL_THEN}`];
  return [`${here} of ${wanted} texts are here; kitbag sync gets the rest. ${UNTIL_THEN}`];
}

function fileWords({ wanted, here, missingBytes }: WhatIsHere['files']): string[] {
  if (wanted === 0) return ['No files are kept on this device.'];
  if (here >= wanted) return [wanted === 1 ? 'The file is here.' : `All ${wanted} files are here.`];
  if (wanted === 1) return [`The file is not here yet: ${kilobytes(missingBytes)} to come.`];
  return [`${here} of ${wanted} files are here; ${kilobytes(missingBytes)} to come.`];
}

function kilobytes(bytes: number): string {
  return `${Math.ceil(bytes / 1024)} KB`;
}
