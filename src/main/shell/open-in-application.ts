import { shell } from 'electron';
import type { ActionOutcome } from '../../contract/shell.ts';
import { fileProblem } from '../../node/leaving/file-problem.ts';
import { says } from '../../shared/says/says.ts';
import type { TemporaryCopies } from './temporary-copies.ts';

/** Opens a read-only copy in the application that the system has for it. What could run something does not come here: the engine's gate tells. */
export async function openInApplication(
  path: string,
  fileName: string,
  copies: TemporaryCopies,
): Promise<ActionOutcome> {
  try {
    const problem = await shell.openPath(await copies.make(path, fileName));
    if (problem === '') return { status: 'done' };
    return {
      status: 'failed',
      says: says('leaving.no-application'),
    };
  } catch (error) {
    return { status: 'failed', says: says('leaving.not-opened', { problem: fileProblem(error) }) };
  }
}
