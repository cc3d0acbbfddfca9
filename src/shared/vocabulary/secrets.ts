/** What a file can look like that its owner would hardly show to all: a person is asked before it is published. */
const SECRETS = ['private-key', 'passwords'] as const;
export type Secret = (typeof SECRETS)[number];

const secrets: ReadonlySet<string> = new Set(SECRETS);

/** Whether a reason why a file was not added is that it looks like a secret. */
export function isSecret(reason: string | undefined): reason is Secret {
  return reason !== undefined && secrets.has(reason);
}
