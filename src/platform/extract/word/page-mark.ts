/** The name of what stands in a tree where another page begins. */
export const PAGE_MARK = 'page-begins';
