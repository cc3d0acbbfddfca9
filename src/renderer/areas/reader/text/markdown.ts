import { marked } from 'marked';

/** Markdown as HTML, which is as hostile as before: whoever shows it sanitises it. */
export function htmlOfMarkdown(markdown: string): string {
  return marked.parse(markdown, { async: false, gfm: true });
}
