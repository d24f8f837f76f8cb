/** Kinds of records in which a person can be found. */
export const RECORD_KINDS = [
  'account',
  'grants',
  'new_address',
  'sessions',
  'sign_in_requests',
  'contact',
  'invitations',
  'forms',
  'opt_out',
  'mails',
  'corrections',
  'register_contact',
  'schemes',
  'audit',
  'mentions',
  'fixed_mentions',
] as const;
export type RecordKind = (typeof RECORD_KINDS)[number];

/** What erasing does to a kind of record. */
export type OnErasure = 'erased' | 'kept';

/** What a person is told of a kind of record about them (UK GDPR, Articles 13 to 15 and 17). */
export interface RecordWords {
  readonly heading: string;
  readonly purpose: string;
  readonly source: string;
  readonly seenBy: string;
  /** The period after which it goes by itself, by its key (`RETENTION`), or words on how long it stays. */
  readonly kept: string;
  readonly onErasure: OnErasure;
  /** What becomes of it, and why what stays does. */
  readonly why: string;
}

const ADMINISTRATORS = 'administrators';
const TEAM = 'administrators and survey leads';

/** In the order in which they are shown. */
export const RECORD_WORDS: Readonly<Record<RecordKind, RecordWords>> = {
  account: {
    heading: 'Account',
    purpose: 'To let the person sign in, and to name who did something to those who may see it.',
    source: 'Entered by the administrator who invited the person.',
    seenBy: `${ADMINISTRATORS}; survey leads see the name in histories`,
    kept: 'Until it is erased on request.',
    onErasure: 'erased',
    why: 'Name and address are deleted. The account can no longer be used.',
  },
  grants: {
    heading: 'Roles',
    purpose: 'To know what the person may do, and what they could do when something was done.',
    source: 'Given by administrators.',
    seenBy: `${ADMINISTRATORS}, and the person`,
    kept: 'For good, under a pseudonym.',
    onErasure: 'kept',
    why: 'Roles that hold are taken back. That a pseudonym held them stays, since it explains the audit trail; nothing leads from it to the person any more.',
  },
  new_address: {
    heading: 'New address that has not been confirmed',
    purpose: 'To change the address of an account only when its owner has it.',
    source: 'Entered by an administrator.',
    seenBy: 'nobody but the person',
    kept: 'unsentAddresses',
    onErasure: 'erased',
    why: 'It is deleted.',
  },
  sessions: {
    heading: 'Sessions',
    purpose: 'To keep the person signed in, and to let them end it elsewhere.',
    source: 'The person signed in.',
    seenBy: 'the person',
    kept: 'sessions',
    onErasure: 'erased',
    why: 'They are deleted, and end at once.',
  },
  sign_in_requests: {
    heading: 'Requests to sign in',
    purpose: 'To send a link, and to limit how many can be asked for.',
    source: 'Somebody typed the address.',
    seenBy: 'nobody',
    kept: 'signInRequests',
    onErasure: 'erased',
    why: 'They are deleted.',
  },
  contact: {
    heading: 'Contact for invitations',
    purpose: 'To invite the person to surveys about their hospital.',
    source: 'A list or an entry of the survey team; where from stands in the record.',
    seenBy: 'survey leads',
    kept: 'contacts',
    onErasure: 'erased',
    why: 'It is deleted, with the hospitals and lists.',
  },
  invitations: {
    heading: 'Invitations',
    purpose: 'To send one link to each person, to remind who has not answered, and nobody else.',
    source: 'Made by the product when the survey team sent a mailing.',
    seenBy: 'survey leads, without the name once the contact is erased',
    kept: 'As long as the round, without the person after the contact is erased.',
    onErasure: 'kept',
    why: 'One that was not sent is deleted. One that was sent stays without the person: the response rates of the survey are counted from it.',
  },
  forms: {
    heading: 'Forms that were answered by the link of an invitation',
    purpose: 'To describe the service of the hospital.',
    source: 'Written by whoever held the link: the person, or colleagues to whom it was handed over.',
    seenBy: 'survey leads and cleaners',
    kept: 'For good once it was sent, since every published figure must be possible to recompute. The holder of the link can withdraw it.',
    onErasure: 'kept',
    why: 'The answers are those of an organisation and hold neither name nor address. The link to the person ends. Whoever wants the answers erased as well withdraws the form by its link, or asks the survey team to.',
  },
  opt_out: {
    heading: 'Wish to get no more mail',
    purpose: 'To respect it, also when the address stands on a later list.',
    source: 'The person, by a link in a mail or by telling the survey team.',
    seenBy: 'survey leads',
    kept: 'For good, as a hash of the address.',
    onErasure: 'kept',
    why: 'Only a hash is kept. Without it the person would be written to again.',
  },
  mails: {
    heading: 'Mails',
    purpose: 'To send them, and to know what became of them.',
    source: 'Written by the product.',
    seenBy: TEAM,
    kept: 'mails',
    onErasure: 'erased',
    why: 'Address, subject and text are emptied, and what waits is not sent. Where a mail to somebody else mentions the address, it is taken out.',
  },
  corrections: {
    heading: 'Corrections sent to the service register',
    purpose: 'To put the register right, and to answer.',
    source: 'The person.',
    seenBy: 'administrators, survey leads, and site leads for their hospital; the address nobody',
    kept: 'corrections',
    onErasure: 'erased',
    why: 'Words and address are deleted; one that waits is closed.',
  },
  register_contact: {
    heading: 'Address to which questions to a service go',
    purpose: 'To pass questions on to the team of a service.',
    source: 'Entered by whoever keeps the register.',
    seenBy: 'nobody',
    kept: 'Until it is taken away.',
    onErasure: 'erased',
    why: 'It is deleted. The team can be asked again when somebody enters another address.',
  },
  schemes: {
    heading: 'Private schemes',
    purpose: 'To let commissioners plan with whom they choose.',
    source: 'The person and the other members.',
    seenBy: 'members of the scheme, and nobody who runs the survey',
    kept: 'schemes',
    onErasure: 'erased',
    why: 'Membership ends. A scheme with nobody else in it is deleted; one with others goes on with another owner.',
  },
  audit: {
    heading: 'Audit trail',
    purpose: 'To prove who changed what, which a published survey has to be able to.',
    source: 'Written by the product.',
    seenBy: 'administrators and survey leads',
    kept: 'For good, under a pseudonym.',
    onErasure: 'kept',
    why: 'The trail is a chain that no entry can be taken out of. It holds neither name nor address, only a pseudonym that then leads to nobody.',
  },
  mentions: {
    heading: 'Other texts in which the address stands',
    purpose: 'Somebody wrote it there.',
    source: 'Whoever wrote the text.',
    seenBy: 'whoever may read the text',
    kept: 'As long as the text.',
    onErasure: 'erased',
    why: 'The address is taken out of the text.',
  },
  fixed_mentions: {
    heading: 'Texts that cannot be changed in which the address stands',
    purpose: 'Somebody wrote it there.',
    source: 'Whoever wrote the text.',
    seenBy: 'whoever may read the text',
    kept: 'As long as the text.',
    onErasure: 'kept',
    why: 'What was sent, released or decided cannot be changed without breaking the proof that it is unchanged. A form is emptied by withdrawing it; words in it can be masked when the round is cleaned and coded.',
  },
};
