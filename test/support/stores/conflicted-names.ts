/**
 * What the programs that keep folders in step call a second version of a file that two devices changed: Dropbox, Google Drive (browser and
 * desktop), OneDrive, Syncthing, Nextcloud. OneDrive adds the device's name, which may leave a name that is a key: callers must look for
 * exactly the names they mean, not for anything that is like one.
 */
const CONFLICTS: readonly ((stem: string, ending: string) => string)[] = [
  (stem, ending) => `${stem} (Anna's conflicted copy 2026-11-21)${ending}`,
  (stem, ending) => `${stem} (1)${ending}`,
  (stem, ending) => `${stem} [Conflict]${ending}`,
  (stem, ending) => `${stem}-DESKTOP-7KQ2M9A${ending}`,
  (stem, ending) => `${stem}-annas-laptop${ending}`,
  (stem, ending) => `${stem}.sync-conflict-20261121-181500-QX3PTZ7${ending}`,
  (stem, ending) => `${stem} (conflicted copy 2026-11-21 181500)${ending}`,
];

/** Every vendor's name for a second version of a file of this name. */
export function conflictedNames(name: string): string[] {
  const dot = name.lastIndexOf('.');
  const stem = dot > 0 ? name.slice(0, dot) : name;
  const ending = dot > 0 ? name.slice(dot) : '';
  return CONFLICTS.map((conflicted) => conflicted(stem, ending));
}
