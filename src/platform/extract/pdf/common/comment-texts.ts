/** What a comment says: what it is drawn with and its contents, which in a text box are the same words and would count twice. */
export function commentTexts(drawn: string, contents: string): string[] {
  const isSame = drawn.trim() !== '' && squeeze(drawn) === squeeze(contents);
  return isSame ? [drawn] : [drawn, contents];
}

function squeeze(text: string): string {
  return text.replace(/\s+/g, '');
}
