/** Media types of Office's formats of before 2007, and of Excel's binary one: documents of these are of the kinds of today. */
export const OLD_WORD = 'application/msword';
export const OLD_DECK = 'application/vnd.ms-powerpoint';
export const OLD_SHEETS = 'application/vnd.ms-excel';
export const BINARY_SHEETS = 'application/vnd.ms-excel.sheet.binary.macroenabled.12';

/** The program that read a document where no reader of Kitbag's own could. Other people's events may name one that this version does not know. */
export const LIBRE_OFFICE = 'libre-office';
