import { shell } from 'electron';
import type { ActionOutcome } from '../../contract/shell.ts';
import { describeFileProblem } from './file-problem.ts';
import { looksExecutable } from './safe-file-name.ts';
import type { TemporaryCopies } from './temporary-copies.ts';

/** Opens a read-only copy in the application that the system has for it; a file that the system would run is refused. */
export async function openInApplication(
  path: string,
  fileName: string,
  copies: TemporaryCopies,
): Promise<ActionOutcome> {
  if (looksExecutable(fileName)) {
    const message =
      'This kind of file can run as a program, so it is not opened from here. Save a copy to look at it.';
    return { status: 'refused', message };
  }
  try {
    const problem = await shell.openPath(await copies.make(path, fileName));
    if (problem === '') return { status: 'done' };
    return {
      status: 'failed',
      message: 'No application on this computer opens this kind of file. Save a copy instead.',
    };
  } catch (error) {
    return { status: 'failed', message: `The file was not opened: ${describeFileProblem(error)}` };
  }
}
