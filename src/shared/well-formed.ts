/** Replaces lone surrogates, which no UTF-8 and no canonical JSON can hold, by U+FFFD. File names from damaged disks contain them. */
export function wellFormed(text: string): string {
  return text.replace(/\p{Surrogate}/gu, '\uFFFD');
}

/** Whether a text has no lone surrogates. */
export function isWellFormed(text: string): boolean {
  return !/\p{Surrogate}/u.test(text);
}
