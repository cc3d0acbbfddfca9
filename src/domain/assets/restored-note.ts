const RESTORED = /^version (\d+) restored$/;

/** The note of a version that was restored: in the events of every Kitbag in English, and told in the reader's language. */
export function restoredNote(number: number): string {
  return `version ${number} restored`;
}

/** Which version such a note speaks of; undefined where it was written by people. */
export function restoredByNote(note: string | undefined): number | undefined {
  const number = RESTORED.exec(note ?? '')?.[1];
  return number === undefined ? undefined : Number(number);
}
