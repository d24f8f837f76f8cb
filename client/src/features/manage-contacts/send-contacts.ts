import type { ContactImportReport } from '@liaison-atlas/shared/fieldwork/contacts/contact-row';
import type { Problem } from '@liaison-atlas/shared/kernel/problem';

/** A list to check or to store, with what the survey lead says of it. */
export interface ContactsUpload {
  readonly roundId: string;
  readonly file: File;
  readonly listId: string;
  readonly legalBasis: string;
  readonly source: string;
  /** '' = only check it; else the plan of the report that is confirmed. */
  readonly plan: string;
}

/** The report, or why the file as a whole was refused. */
export type ContactsAnswer =
  { readonly report: ContactImportReport } | { readonly problems: readonly Problem[] };

const LOST: Problem = {
  code: 'NO_CONNECTION',
  field: '',
  message: 'The server could not be reached.',
  mend: 'Check the network connection, then try again. Nothing is stored twice: the same list changes nothing.',
};

/** Sends a file to the server. It is read there; the browser only passes it on. */
export async function sendContacts(upload: ContactsUpload): Promise<ContactsAnswer> {
  const { roundId, file, listId, legalBasis, source, plan } = upload;
  const query = new URLSearchParams({ name: file.name, list: listId, basis: legalBasis, source, plan });
  try {
    const answer = await fetch(
      `/manage/v1/rounds/${encodeURIComponent(roundId)}/contacts/import?${query.toString()}`,
      { method: 'POST', credentials: 'same-origin', headers: { 'content-type': 'text/csv' }, body: file },
    );
    const body: unknown = await answer.json();
    if (answer.ok) return { report: body as ContactImportReport };
    const { problems } = body as { readonly problems?: readonly Problem[] };
    return { problems: problems ?? [body as Problem] };
  } catch {
    return { problems: [LOST] };
  }
}
