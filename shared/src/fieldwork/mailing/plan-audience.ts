import type { Perspective } from '../response.js';
import type { MailingKind } from './mailing-kind.js';

/**
 * Why somebody is left out of a mailing: they asked for no more mail; mail to their address was refused for good;
 * none of their hospitals is in the frame, or they have none; somebody has answered for the hospital, from the perspective that is asked of them; they have an
 * invitation for it already; or, for a reminder, they have none that went out.
 */
export const LEFT_OUT_REASONS = [
  'opted_out',
  'bounced',
  'no_hospital_in_frame',
  'already_answered',
  'already_invited',
  'not_invited',
] as const;
export type LeftOutReason = (typeof LEFT_OUT_REASONS)[number];

/** A contact of the lists that were chosen, without name or address: who it is changes nothing here. */
export interface AudienceContact {
  readonly id: string;
  readonly hospitals: readonly string[];
  /** Whose views are asked of them, by the lists they stand on; none = anybody's answer for the hospital will do. */
  readonly perspectives: readonly Perspective[];
  readonly optedOut: boolean;
  readonly bounced: boolean;
}

/** An invitation of the round, as far as the audience depends on it. */
export interface AudienceInvitation {
  readonly id: string;
  readonly contactId: string;
  readonly odsCode: string;
  /** Its mail went out, or may have. */
  readonly out: boolean;
  readonly bounced: boolean;
}

export interface AudienceInput {
  readonly kind: Exclude<MailingKind, 'thanks'>;
  readonly contacts: readonly AudienceContact[];
  /** Hospitals of the round's frame. */
  readonly frame: ReadonlySet<string>;
  /** Hospitals for which somebody has sent a form, whatever became of it, with the perspectives of the forms. */
  readonly answered: ReadonlyMap<string, ReadonlySet<Perspective>>;
  readonly invitations: readonly AudienceInvitation[];
}

/** One mail that will go out: to a contact, about a hospital; `invitationId` is '' where it is made by the mailing. */
export interface Recipient {
  readonly contactId: string;
  readonly odsCode: string;
  readonly invitationId: string;
}

/** A mail that will not go out. `odsCode` is '' where the person as a whole is left out. */
export interface LeftOut {
  readonly contactId: string;
  readonly odsCode: string;
  readonly reason: LeftOutReason;
}

export interface Audience {
  readonly recipients: readonly Recipient[];
  readonly leftOut: readonly LeftOut[];
}

/**
 * Who gets a mail and who does not, and why; in the order of the contacts, each with their hospitals in order. Every
 * contact and every one of their hospitals in the frame is in exactly one of the two lists.
 */
export function planAudience({ kind, contacts, frame, answered, invitations }: AudienceInput): Audience {
  const known = new Map(invitations.map((each) => [`${each.contactId} ${each.odsCode}`, each]));
  const recipients: Recipient[] = [];
  const leftOut: LeftOut[] = [];
  for (const { id: contactId, hospitals, perspectives, optedOut, bounced } of contacts) {
    const listed = hospitals.filter((odsCode) => frame.has(odsCode)).sort();
    const whole: LeftOutReason | undefined = optedOut
      ? 'opted_out'
      : bounced
        ? 'bounced'
        : listed.length === 0
          ? 'no_hospital_in_frame'
          : undefined;
    if (whole !== undefined) {
      leftOut.push({ contactId, odsCode: '', reason: whole });
      continue;
    }
    for (const odsCode of listed) {
      const invitation = known.get(`${contactId} ${odsCode}`);
      const reason = hasAnswered(answered.get(odsCode), perspectives)
        ? 'already_answered'
        : reasonOf(kind, invitation);
      if (reason === undefined) recipients.push({ contactId, odsCode, invitationId: invitation?.id ?? '' });
      else leftOut.push({ contactId, odsCode, reason });
    }
  }
  return { recipients, leftOut };
}

/**
 * Whether nothing is left to ask a hospital, which has answered from `given` (undefined = not at all): a round of several
 * perspectives goes on asking for those that nobody has given.
 */
export const hasAnswered = (
  given: ReadonlySet<Perspective> | undefined,
  perspectives: readonly Perspective[],
): boolean => given !== undefined && perspectives.every((perspective) => given.has(perspective));

function reasonOf(
  kind: AudienceInput['kind'],
  invitation: AudienceInvitation | undefined,
): LeftOutReason | undefined {
  if (kind === 'invitation') return invitation === undefined ? undefined : 'already_invited';
  if (invitation === undefined) return 'not_invited';
  if (invitation.bounced) return 'bounced';
  return invitation.out ? undefined : 'not_invited';
}
