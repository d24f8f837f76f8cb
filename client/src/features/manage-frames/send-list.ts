import type { FrameImportReport } from '@liaison-atlas/shared/frame/frame-import-report';
import type { Problem } from '@liaison-atlas/shared/kernel/problem';

/** A list to check or to store, with what the survey lead says of it. */
export interface ListUpload {
  readonly frameId: string;
  readonly file: File;
  readonly source: string;
  readonly whole: boolean;
  /** '' = only check it; else the plan of the report that is confirmed. */
  readonly plan: string;
}

/** The report, or why the file as a whole was refused. */
export type ListAnswer = { readonly report: FrameImportReport } | { readonly problems: readonly Problem[] };

const LOST: Problem = {
  code: 'NO_CONNECTION',
  field: '',
  message: 'The server could not be reached.',
  mend: 'Check the network connection, then try again. Nothing was stored twice: the same list changes nothing.',
};

/** Sends a file to the server. It is read there; the browser only passes it on. */
export async function sendList({ frameId, file, source, whole, plan }: ListUpload): Promise<ListAnswer> {
  const query = new URLSearchParams({ name: file.name, source, whole: whole ? 'yes' : 'no', plan });
  try {
    const answer = await fetch(`/manage/v1/frames/${encodeURIComponent(frameId)}/import?${query}`, {
      method: 'POST',
      credentials: 'same-origin',
      headers: { 'content-type': 'text/csv' },
      body: file,
    });
    const body: unknown = await answer.json();
    if (answer.ok) return { report: body as FrameImportReport };
    const { problems } = body as { readonly problems?: readonly Problem[] };
    return { problems: problems ?? [body as Problem] };
  } catch {
    return { problems: [LOST] };
  }
}
