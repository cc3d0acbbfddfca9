/** The words of the window need a language before they are asked for; the page's entry sets it, tests have none. */
import '../../src/renderer/ui/language.ts';
