import { t } from '@lingui/core/macro';

const sentences: Readonly<Record<string, string>> = {
  InvalidPDFException: t`This PDF is damaged, so its pages can’t be shown. Kitbag has kept the file as it was published. Save a copy and try another application, or ask for a new version.`,
  PasswordException: t`This PDF needs a password. Open it again to enter it.`,
};

const otherwise = t`This PDF could not be shown. Kitbag has kept the file as it was published. Open it in its default app, or save a copy.`;

/** Why a PDF can't be shown: what, what is safe, what to do. */
export function pdfProblem(problem: unknown): string {
  const name = problem instanceof Error ? problem.name : '';
  if (sentences[name] === undefined) console.error('A PDF could not be shown.', name);
  return sentences[name] ?? otherwise;
}
