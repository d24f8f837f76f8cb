/**
 * Why a mail goes out in a round: an invitation with a link, a reminder to a hospital that has not answered, thanks with
 * a copy of the answers to whoever sent them.
 */
export const MAILING_KINDS = ['invitation', 'reminder', 'thanks'] as const;
export type MailingKind = (typeof MAILING_KINDS)[number];
