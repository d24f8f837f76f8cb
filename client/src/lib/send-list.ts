import type { Problem } from '@liaison-atlas/shared/kernel/problem';

/** The report on a list, or why the file as a whole was refused. */
export type ListAnswer<Report> = { readonly report: Report } | { readonly problems: readonly Problem[] };

const LOST: Problem = {
  code: 'NO_CONNECTION',
  field: '',
  message: 'The server could not be reached.',
  mend: 'Check the network connection, then try again. Nothing is stored twice: the same list changes nothing.',
};

/**
 * Sends a list to the server to be checked, or with the `plan` of a report to be stored. It is read there; the browser
 * only passes it on. @param query what is said of the list, with `plan`: '' = only check it
 */
export async function sendList<Report>(
  address: string,
  file: File,
  query: Readonly<Record<string, string>>,
): Promise<ListAnswer<Report>> {
  const search = new URLSearchParams({ name: file.name, ...query });
  try {
    const answer = await fetch(`${address}?${search.toString()}`, {
      method: 'POST',
      credentials: 'same-origin',
      headers: { 'content-type': 'text/csv' },
      body: file,
    });
    const body: unknown = await answer.json();
    if (answer.ok) return { report: body as Report };
    const { problems } = body as { readonly problems?: readonly Problem[] };
    return { problems: problems ?? [body as Problem] };
  } catch {
    return { problems: [LOST] };
  }
}
