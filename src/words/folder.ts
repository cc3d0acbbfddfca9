import type { MessageDescriptor } from '@lingui/core';
import { msg, plural } from '@lingui/core/runtime-macro';
import type { FolderSays } from '../shared/says/place.ts';
import type { Words } from './words.ts';

/** What is said of a hub in a folder, and of folders that are none for it. */

export const folderWords: Words<FolderSays> = {
  'folder.no-hub': () =>
    msg`The folder is there, but there is no hub in it. Nothing here was changed, and nothing was taken away. Check that it is the right folder and that your folder program (OneDrive, Dropbox, …) has finished.`,
  'folder.unreadable-hub': () =>
    msg`The hub’s description can’t be read yet. Nothing here was changed. Your folder program may still be copying; this is tried again.`,
  'folder.other-hub': () =>
    msg`Another hub is in this folder. Nothing was synced with it. Choose the folder of your own hub.`,
  'folder.busy': () => msg`Another program holds the hub’s files. Nothing is lost; this is tried again.`,
  'folder.denied': () =>
    msg`Kitbag is not allowed to read or write in the hub’s folder. Nothing is lost: what you do is kept here and sent later. Ask for the right to change the folder.`,
  'folder.full': () =>
    msg`The shared folder is full. Nothing is lost: what you do is kept here and sent when there is room.`,
  'folder.broken': () =>
    msg`The hub’s folder can’t be read or written: its disk reports errors. What is on this device is safe. Look at the other drive.`,
  'folder.read-only': () =>
    msg`Kitbag can read the hub’s folder, but isn’t allowed to write to it, so nothing that you do reaches your colleagues. Nothing is lost: it is kept here and sent as soon as you may. Ask whoever shares the folder for the right to change what is in it.`,
  'folder.gone': () =>
    msg`The hub can’t be reached: its folder is no longer there. It was renamed, moved or deleted, or its drive is not connected. Everything you do is kept on this device. Choose the folder again, or connect the drive.`,
  'folder.unreachable': () =>
    msg`This folder can’t be found or reached now. Nothing was changed. Check the path, connect the drive or the network, and try again.`,
  'folder.nothing-to-join': () =>
    msg`There is no hub in this folder. Nothing was changed. Choose the folder that your lead shared; if your folder program is still copying, wait until it is done.`,
  'folder.forged': () =>
    msg`The hub’s description in this folder was not signed by its founder: somebody changed it. Nothing was joined or changed. Ask the lead who shared the hub.`,
  'folder.part-of-hub': () =>
    msg`Part of a hub is in this folder already: it may still be being copied. Nothing was changed. Choose an empty folder, or join that hub.`,
  'folder.has-other-hub': ({ name }) =>
    msg`Another hub (${{ name }}) is in this folder already. Nothing was changed. Choose an empty folder, or join that hub.`,
  'folder.has-not-hub': ({ name }) =>
    msg`The hub ${{ name }} is not in this folder. Nothing was changed. Choose the folder that holds its file “hub.json”.`,
  'folder.joining-offline': () =>
    msg`The hub’s folder can’t be reached now. What came so far is kept. Joining goes on when the folder is back.`,
  'folder.joining-read-only': () =>
    msg`You can read the hub’s folder, but not write to it, so nobody in the hub can hear of you. Ask whoever shares the folder for the right to change what is in it. Joining goes on as soon as you have it.`,
  'folder.joining-without-description': () =>
    msg`The folder is still being copied: the hub’s description (hub.json) has not arrived. Joining goes on when it has.`,
  'folder.joining-incomplete': ({ missing, named }) =>
    msg`${plural({ missing }, { one: msg`The folder is still being copied: # of ${plural({ named }, { one: '# object', other: '# objects' })} is missing. Joining goes on when it arrives.`, other: msg`The folder is still being copied: # of ${plural({ named }, { one: '# object', other: '# objects' })} are missing. Joining goes on when they arrive.` })}`,
  'folder.joining-altered': (counts) => (counts.missing === 0 ? altered(counts) : alteredAndMissing(counts)),
  'folder.joining-unknown-code': () =>
    msg`No device of this hub shows this code, or the code has not arrived in the folder yet. You are not in yet. Check the code, wait for the folder to catch up, and try again.`,
  'folder.not-named': () => msg`No place was named. Choose a folder, or name a bucket.`,
  'folder.web-address': () =>
    msg`This is a web address. For a bucket write s3://BUCKET/PATH?endpoint=ADDRESS, with the address of the store. For a folder that a program such as OneDrive keeps in step, name the folder on this computer.`,
  'folder.other-address': () =>
    msg`This is an address, not a folder or a bucket (s3://…). Connect the drive or install the program that keeps it in step, then choose its folder.`,
  'folder.of-windows': () => msg`This is a path of Windows. Choose a folder of this computer.`,
  'folder.of-windows-server': ({ smb }) =>
    msg`This is a network folder as Windows writes it. Connect to ${{ smb }} first, then choose the folder where this computer shows it.`,
  'folder.server-alone': () =>
    msg`This names a server, but no folder on it. Write it with the share: ${{ example: '\\\\server\\share\\folder' }}.`,
  'folder.path-too-long': ({ length, most }) =>
    msg`The folder’s path has ${plural({ length }, { one: '# character', other: '# characters' })}, and Windows has room for ${{ most }}. Choose a folder nearer to the drive’s root.`,
  'folder.inside-replica': () =>
    msg`This folder belongs to Kitbag’s own data on this computer. Choose a folder that others can reach.`,
  'folder.around-replica': () =>
    msg`Kitbag’s own data is inside this folder and must not be shared. Choose another folder.`,
  'folder.is-file': () => msg`There is a file of this name. Choose a folder.`,
  'folder.below-file': () => msg`A file stands where a folder is needed. Choose another folder.`,
  'folder.none-above': ({ above }) =>
    msg`There is no folder ${{ above }}, so none was made in it. Nothing was changed. Check the path; connect the drive that it is on; or make that folder first.`,
  'folder.not-made': ({ code }) =>
    msg`The folder can not be made here (${{ code }}). Nothing was changed. Choose another folder, or make it yourself first.`,
};

type Counts = FolderSays['folder.joining-altered'];

function altered({ altered, named }: Counts): MessageDescriptor {
  return msg`${plural({ altered }, { one: msg`# of ${plural({ named }, { one: '# object', other: '# objects' })} in the folder is not what the hub’s devices wrote: changed, damaged, or only half copied.`, other: msg`# of ${plural({ named }, { one: '# object', other: '# objects' })} in the folder are not what the hub’s devices wrote: changed, damaged, or only half copied.` })} If this stays, ask the lead who shared the hub to restore the folder’s last good version in the folder program.`;
}

function alteredAndMissing({ altered, named, missing }: Counts): MessageDescriptor {
  return msg`${plural({ altered }, { one: msg`# of ${plural({ named }, { one: '# object', other: '# objects' })} in the folder is not what the hub’s devices wrote: changed, damaged, or only half copied.`, other: msg`# of ${plural({ named }, { one: '# object', other: '# objects' })} in the folder are not what the hub’s devices wrote: changed, damaged, or only half copied.` })} ${plural({ missing }, { one: '# more is missing.', other: '# more are missing.' })} If this stays, ask the lead who shared the hub to restore the folder’s last good version in the folder program.`;
}
