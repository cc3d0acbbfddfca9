/** Thrown when a search is given up because a newer one has come; the answer would not be looked at. */
export class SearchCancelled extends Error {
  override readonly name = 'SearchCancelled';
}
