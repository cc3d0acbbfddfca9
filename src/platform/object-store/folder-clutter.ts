/** Names that a folder may hold and still be empty for a person: the system's, and those of programs that keep folders in step. */
const CLUTTER = new Set(['.ds_store', 'desktop.ini', 'thumbs.db', '.stfolder', '.stignore', '.dropbox']);

/** Whether a name in a folder means nothing to a person. */
export function isFolderClutter(name: string): boolean {
  return CLUTTER.has(name.toLowerCase());
}
