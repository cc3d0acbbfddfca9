/**
 * Names of people, devices and hubs as they may be shown: nothing in them that can't be seen, or that turns the words around it. Names come from
 * other people's devices, and decide whom one believes. Ranges are written out: properties of a runtime's Unicode change from version to version, and
 * every replica has to see the same name.
 */

/** Controls, bidirectional and other formats, blank fillers, private characters and tags, halves of surrogate pairs. */
const UNSEEN =
  /[\u{0}-\u{1f}\u{7f}-\u{9f}\u{ad}\u{34f}\u{61c}\u{115f}\u{1160}\u{17b4}\u{17b5}\u{180b}-\u{180f}\u{200b}\u{200e}\u{200f}\u{202a}-\u{202e}\u{2060}-\u{206f}\u{2800}\u{3164}\u{d800}-\u{f8ff}\u{fe00}-\u{fe0e}\u{feff}\u{ffa0}\u{fff0}-\u{fffb}\u{1bca0}-\u{1bca3}\u{1d173}-\u{1d17a}\u{e0000}-\u{10ffff}]/gu;
/** Joiners are seen only behind letters of Arabic and Indic scripts and in emoji. */
const JOINERS =
  /(?<![\u{600}-\u{8ff}\u{900}-\u{dff}\u{2600}-\u{27bf}\u{fe0f}\u{1f000}-\u{1faff}])[\u{200c}\u{200d}]/gu;
const SPACES = /[\t-\r \u{85}\u{a0}\u{1680}\u{2000}-\u{200a}\u{2028}\u{2029}\u{202f}\u{205f}\u{3000}]+/gu;

/** A name without what can't be seen, with single spaces; may be empty. */
export function cleanName(name: string): string {
  return name
    .replaceAll(SPACES, ' ')
    .replaceAll(UNSEEN, '')
    .replaceAll(JOINERS, '')
    .replaceAll(/ {2,}/g, ' ')
    .trim()
    .normalize('NFC');
}
