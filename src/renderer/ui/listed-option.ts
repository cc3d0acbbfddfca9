/** What may stand in a field, as it is shown in the list below it: `text` takes the field's, `detail` stands beside the label. */
export type ListedOption = { readonly text: string; readonly label: string; readonly detail: string };
