import type { PlaceWords } from '../../engine/ports/place-words.ts';
import { smbAddress } from './network-folder.ts';

/** What is said of a hub in a folder. */
export const FOLDER_WORDS: PlaceWords = {
  howToJoin: (place) => [
    ...whereItIs(place),
    '2. Open Kitbag, choose “Use an invitation”, paste this whole text, and choose that folder.',
    '3. Say who you are. Search works as soon as the texts have arrived.',
  ],
  blocked: {
    'no-hub':
      'The folder is there, but there is no hub in it. Nothing here was changed, and nothing was taken away. Check that it is the right folder and that your folder program (OneDrive, Dropbox, …) has finished.',
    'unreadable-hub':
      'The hub’s description can’t be read yet. Nothing here was changed. Your folder program may still be copying; this is tried again.',
    'other-hub':
      'Another hub is in this folder. Nothing was synced with it. Choose the folder of your own hub.',
    busy: 'Another program holds the hub’s files. Nothing is lost; this is tried again.',
    denied:
      'Kitbag is not allowed to read or write in the hub’s folder. Nothing is lost: what you do is kept here and sent later. Ask for the right to change the folder.',
    full: 'The shared folder is full. Nothing is lost: what you do is kept here and sent when there is room.',
    broken:
      'The hub’s folder can’t be read or written: its disk reports errors. What is on this device is safe. Look at the other drive.',
  },
  readOnly: () =>
    'Kitbag can read the hub’s folder, but isn’t allowed to write to it, so nothing that you do reaches your colleagues. Nothing is lost: it is kept here and sent as soon as you may. Ask whoever shares the folder for the right to change what is in it.',
  gone: 'The hub can’t be reached: its folder is no longer there. It was renamed, moved or deleted, or its drive is not connected. Everything you do is kept on this device. Choose the folder again, or connect the drive.',
  unreachable:
    'This folder can’t be found or reached now. Nothing was changed. Check the path, connect the drive or the network, and try again.',
  noHub:
    'There is no hub in this folder. Nothing was changed. Choose the folder that your lead shared; if your folder program is still copying, wait until it is done.',
  forged:
    'The hub’s description in this folder was not signed by its founder: somebody changed it. Nothing was joined or changed. Ask the lead who shared the hub.',
  partOfHub:
    'Part of a hub is in this folder already: it may still be being copied. Nothing was changed. Choose an empty folder, or join that hub.',
  otherHub: (name) =>
    `Another hub (${name}) is in this folder already. Nothing was changed. Choose an empty folder, or join that hub.`,
  notThisHub: (name) =>
    `The hub ${name} is not in this folder. Nothing was changed. Choose the folder that holds its file “hub.json”.`,
  joining: {
    offline:
      'The hub’s folder can’t be reached now. What came so far is kept. Joining goes on when the folder is back.',
    readOnly: () =>
      'You can read the hub’s folder, but not write to it, so nobody in the hub can hear of you. Ask whoever shares the folder for the right to change what is in it. Joining goes on as soon as you have it.',
    noDescription:
      'The folder is still being copied: the hub’s description (hub.json) has not arrived. Joining goes on when it has.',
    incomplete: 'The folder is still being copied',
    there: 'in the folder',
    restore:
      'ask the lead who shared the hub to restore the folder’s last good version in the folder program.',
    noCode:
      'No device of this hub shows this code, or the code has not arrived in the folder yet. You are not in yet. Check the code, wait for the folder to catch up, and try again.',
  },
};

/** How colleagues find the folder: that of a server is at the same place for all, others lie elsewhere on each computer. */
function whereItIs(place: string): readonly string[] {
  const smb = smbAddress(place);
  if (smb === undefined)
    return [
      '1. Make sure that you have this shared folder on your computer:',
      `     ${place}`,
      '    (yours may be in another place; look for its name)',
    ];
  return [
    '1. Make sure that you can open this folder of our file server:',
    `     ${place}`,
    `    (on a Mac or on Linux: ${smb})`,
  ];
}

/** Names that a folder may hold and still be empty for a person: the system's, and those of programs that keep folders in step. */
const CLUTTER = new Set(['.ds_store', 'desktop.ini', 'thumbs.db', '.stfolder', '.stignore', '.dropbox']);

/** Whether a name in a folder means nothing to a person. */
export function isFolderClutter(name: string): boolean {
  return CLUTTER.has(name.toLowerCase());
}
