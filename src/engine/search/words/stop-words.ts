/** Words that say nothing about what is looked for; dropped from a query unless it has no others. */
const ENGLISH =
  'a about above after again all also am an and any are as at be been being between both but by can could did do does doing for from had has have having he her here hers him his how i if in into is it its just me more most my no nor not of on once only or other our out over own same she should so some such than that the their them then there these they this those through to too under until up very was we were what when where which while who whom why will with would you your couldn didn doesn don hadn hasn haven isn aren wasn weren shouldn wouldn ll ve';
const GERMAN =
  'das dem den der des ein eine einem einen einer eines fur im ist mit oder sind und vom von zum zur';
const FRENCH = 'au aux avec ce dans de du est et la le les ou par pour sur un une';
const SPANISH = 'al con del el en las los para por que una y';

export const STOP_WORDS: ReadonlySet<string> = new Set(
  [ENGLISH, GERMAN, FRENCH, SPANISH].flatMap((words) => words.split(' ')),
);
