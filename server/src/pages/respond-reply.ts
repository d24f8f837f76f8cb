import type { RespondPageModel } from '@liaison-atlas/shared/fieldwork/respond-page';

/** What an answering request comes to: a page, another address, or data for the script that saves while typing. */
export type RespondReply =
  | { readonly status: number; readonly page: RespondPageModel }
  | { readonly redirect: string }
  | { readonly status: number; readonly saved: AutosaveAnswer };

/** Answer to an autosave: the new revision when the page was saved, else a sentence to show. */
export type AutosaveAnswer = { readonly revision: number } | { readonly message: string };

export const showPage = (page: RespondPageModel, status = 200): RespondReply => ({ status, page });

/** The one page for a link that is unknown, expired or withdrawn. */
export const UNUSABLE: RespondReply = { status: 404, page: { kind: 'unusable' } };
