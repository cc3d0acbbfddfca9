/** Elements of a Word document whose text is no longer, or not yet, part of it. */
export const LEFT_OUT: ReadonlySet<string> = new Set(['moveFrom', 'del', 'instrText', 'rubyPr']);
