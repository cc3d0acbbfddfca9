import { i18n } from '@lingui/core';
import { compileMessage } from '@lingui/message-utils/compileMessage';

/** Says everything in English, as it stands in the sources: for programs that carry no catalogs. Called once, before anything is said. */
export function speakEnglish(): void {
  i18n.setMessagesCompiler(compileMessage);
  i18n.loadAndActivate({ locale: 'en', messages: {} });
}
