/** Fields that mails begin with, and those that programs write of which no person's note would have two (RFC 5322, 3.6). */
const FIELD =
  /^(?:from|to|subject|date|cc|sender|reply-to|return-path|delivered-to|received|message-id|mime-version|content-type|x-[a-z-]{1,60}|dkim-signature|arc-[a-z-]{1,40}|authentication-results|references|in-reply-to|thread-[a-z]{1,20}|content-location)$/;
const MACHINE =
  /^(?:return-path|delivered-to|received|message-id|mime-version|content-type|dkim-signature|x-[a-z-]{1,60})$/;
/** What browsers write of pages that they save as one file. */
const SAVED_PAGE = /^(?:from:[ \t]{0,9}["<]{0,2}saved by |snapshot-content-location:|x-maf:)/im;
/** Lines of the beginning that are looked at. */
const LINES = 200;

/** Whether a text is a mail or a web page saved as one, by the fields that it begins with; then by its name. */
export function mailKind(start: string, ending: string): 'eml' | 'mhtml' | undefined {
  const isNamed = ending === 'eml' || ending === 'mht' || ending === 'mhtml';
  const lines = start.replace(/^From [^\n]{0,1000}\r?\n/, '').split(/\r?\n/, LINES);
  const names = new Set<string>();
  for (const line of lines) {
    if (line === '') break;
    if (/^[ \t]/.test(line)) continue;
    const name = /^([!-9;-~]{1,76}):/.exec(line)?.[1]?.toLowerCase();
    if (name === undefined) return undefined;
    if (FIELD.test(name)) names.add(name);
  }
  const ofMachine = [...names].filter((name) => MACHINE.test(name)).length;
  const says = names.has('from') || names.has('subject') || names.has('content-type');
  if (!(isNamed ? names.size > 0 : says && ofMachine >= 2)) return undefined;
  const isPage = ending === 'mht' || ending === 'mhtml' || SAVED_PAGE.test(start);
  const related = /^content-type:\s{0,20}multipart\/related/im.test(start);
  return isPage && (related || ending !== 'eml') ? 'mhtml' : 'eml';
}
