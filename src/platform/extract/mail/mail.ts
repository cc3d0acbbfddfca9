/** A mail's body as its program would show it. */
export type MailBody = { readonly html: string } | { readonly text: string };

/** A file that came with a mail, or another mail within it. */
export type MailAttachment = {
  readonly name: string;
  readonly bytes?: Uint8Array;
  readonly mail?: Mail;
};

/** A mail, whatever it was saved as; people as they are written to: `Mira Holt <mira@harborline.example>`. */
export type Mail = {
  readonly subject?: string | undefined;
  readonly from?: string | undefined;
  readonly to?: string | undefined;
  readonly cc?: string | undefined;
  /** As the mail has it. */
  readonly date?: string | undefined;
  /** When it was sent, milliseconds since 1970. */
  readonly sentAt?: number | undefined;
  readonly body: readonly MailBody[];
  readonly attachments: readonly MailAttachment[];
  /** Its body can be read by whoever has a key only. */
  readonly sealed?: boolean;
};

/** Mails within mails, and parts within parts. */
export const MAX_MAIL_DEPTH = 8;
/** Files of a mail that are named and read. */
export const MAX_ATTACHMENTS = 200;

/** Who wrote what to whom and when, by the names that mails have for it (RFC 5322, 3.6); the subject is said elsewhere. */
export function mailFacts({ from, to, cc, date }: Mail): [name: string, value: string][] {
  const facts: [string, string | undefined][] = [
    ['From', from],
    ['To', to],
    ['Cc', cc],
    ['Date', date],
  ];
  return facts.flatMap(([name, value]): [string, string][] =>
    value === undefined || value === '' ? [] : [[name, value]],
  );
}
