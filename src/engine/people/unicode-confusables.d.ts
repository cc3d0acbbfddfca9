// What this folder uses of unicode-confusables, which comes without declarations; `paths` in tsconfig.json puts this file in their place.

/** A text with each character that looks like another one replaced by that one (Unicode UTS #39, skeletons). */
export declare function rectifyConfusion(text: string): string;
