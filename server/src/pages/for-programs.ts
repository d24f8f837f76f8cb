const FOR_PROGRAMS =
  /^\/+(open|fhir|graphql|health|metrics|manage\/v1|respond|r|opt-out|respond-assets|assets|boundaries)(\/|$)/;

/** Whether an address is for programs (or has pages of its own): a misspelt one must say 404, not answer with a page of the client. */
export const isForPrograms = (url: string): boolean => FOR_PROGRAMS.test(url.split('?')[0] ?? '');
