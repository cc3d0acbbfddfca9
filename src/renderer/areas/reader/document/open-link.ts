import { t } from '@lingui/core/macro';
import { showError } from '../../../base/undo-toast.ts';

/** Opens a link of a document in the browser or the mail program, if the shell finds it harmless. */
export function openLink(address: string): void {
  if (!/^(?:https?:|mailto:)/i.test(address)) {
    showError(
      t`This link leads to something that Kitbag does not open. Only web and mail addresses are opened.`,
    );
    return;
  }
  window.kitbag.openExternal({ url: address }).then((outcome) => {
    if (outcome.status !== 'done') showError(outcome.message);
  }, showError);
}
