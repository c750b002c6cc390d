/** Where the form with a draft stands. */
export const draftAddress = (id: string) => `/cases/new?draft=${encodeURIComponent(id)}`;
