import { msg } from '@lingui/core/runtime-macro';
import type { LeavingSays } from '../shared/says/leaving.ts';
import type { Words } from './words.ts';

/** What went wrong with a file on its way out. */
export const leavingWords: Words<LeavingSays> = {
  'file-problem.disk-full': () => msg`the disk is full. Make some room and try again.`,
  'file-problem.not-allowed': () => msg`Kitbag isn’t allowed to write to this folder. Choose another one.`,
  'file-problem.read-only': () => msg`this disk is read-only. Choose another one.`,
  'file-problem.long-name': () => msg`the name is too long for this disk. Choose a shorter one.`,
  'file-problem.not-there': () => msg`the file or folder isn’t there.`,
  'file-problem.file-in-the-way': () => msg`a file is where a folder should be. Choose another folder.`,
  'file-problem.folder-in-the-way': () => msg`a folder of that name is in the way. Choose another name.`,
  'file-problem.system-silent': () => msg`the system says nothing more. Try again.`,
  'file-problem.system-says': ({ name }) => msg`the system says ${{ name }}. Try again.`,

  'leaving.not-copied': ({ problem }, say) => msg`Nothing was copied: ${{ problem: say(problem) }}`,
  'leaving.not-dragged': ({ problem }, say) => msg`The file can’t be dragged: ${{ problem: say(problem) }}`,
  'leaving.not-opened': ({ problem }, say) => msg`The file was not opened: ${{ problem: say(problem) }}`,
  'leaving.not-saved': ({ problem }, say) => msg`The file was not saved: ${{ problem: say(problem) }}`,
  'leaving.not-saved-in': ({ folder, problem }, say) =>
    msg`The file was not saved in ${{ folder }}: ${{ problem: say(problem) }}`,
  'leaving.not-here': () => msg`The file itself is not on this device. Nothing was changed.`,
  'leaving.no-answer': () =>
    msg`Kitbag’s engine did not answer, so nothing left Kitbag. Try again in a moment.`,
  'leaving.no-application': () =>
    msg`No application on this computer opens this kind of file. Save a copy instead.`,
};
