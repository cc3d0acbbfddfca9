/** Whom a call is with, where an invitation says so plainly. */

type Person = { readonly name: string; readonly address: string };

/** Where anybody may have a mailbox: that names no company. Also the calendars' own addresses. */
const ANYBODYS =
  /^(?:gmail|googlemail|outlook|hotmail|live|msn|yahoo|ymail|icloud|me|mac|aol|gmx|web|t-online|freenet|posteo|proton|protonmail|mail|resource|group|calendar)\b/i;
/** Names under which domains are sold: `harborline.co.uk` is called by what stands before both. */
const SECOND_LEVEL = /^(?:co|com|ac|org|net|gov|edu)$/i;

/** `Renewal with Harborline`, `Termin mit Harborline GmbH`: a capital letter begins a name. */
const WITH = /(?:^|\s)(?:with|mit|bei)\s+((?:\p{Lu}[\p{L}\d&.'’-]*)(?:\s+\p{Lu}[\p{L}\d&.'’-]*){0,3})/u;
/** `Kitbag × Harborline`, `Kitbag <> Harborline`, `Kitbag / Harborline`. */
const BETWEEN = /^(.{2,60}?)\s*(?:×|<>|<->|↔|\s\/\s)\s*(.{2,60}?)(?:\s*[:|–—-].*)?$/u;
/** `Account: Harborline` in a line of its own. */
const NAMED = /^(?:account|company|customer|firma|kunde|unternehmen)\s*[:：]\s*(\S.{0,80})$/im;

/**
 * The company of a call, '' where it is not plain: a line that names it, else who is invited from elsewhere than whoever invites (the first of
 * `people`), else what the title says. `own`: one's own company's name, which is never the account.
 */
export function accountOf(
  invitation: { readonly title: string; readonly text: string; readonly people: readonly Person[] },
  own = '',
): string {
  const named = NAMED.exec(invitation.text)?.[1]?.trim();
  return named ?? companyOf(invitation.people) ?? nameIn(invitation.title, own) ?? '';
}

function companyOf(people: readonly Person[]): string | undefined {
  const [host, ...guests] = people.flatMap(({ address }) => companyDomain(address) ?? []);
  const others = new Set(guests.filter((domain) => domain !== host));
  const [only] = others;
  // Of several companies nobody can say which one is the customer.
  return others.size === 1 && only !== undefined ? capitalized(only) : undefined;
}

/** `mira@mail.harborline.co.uk` → `harborline`. */
function companyDomain(address: string): string | undefined {
  const labels = address.split('@')[1]?.toLowerCase().split('.') ?? [];
  const last = labels.length - 2;
  const at = SECOND_LEVEL.test(labels[last] ?? '') && labels.length > 2 ? last - 1 : last;
  const label = labels[at];
  return label === undefined || ANYBODYS.test(label) ? undefined : label;
}

function nameIn(title: string, own: string): string | undefined {
  const said = WITH.exec(title)?.[1];
  if (said !== undefined) return said;
  const [, one = '', other = ''] = BETWEEN.exec(title) ?? [];
  const names = [one, other].map((name) => name.trim()).filter((name) => name !== '');
  return names.find((name) => own === '' || !name.toLowerCase().includes(own.toLowerCase()));
}

function capitalized(word: string): string {
  return word
    .split('-')
    .map((part) => `${part.charAt(0).toUpperCase()}${part.slice(1)}`)
    .join(' ');
}
