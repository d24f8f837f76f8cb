/** What each act of the audit trail is called; a test looks up every act that the server can write. */
export const ACTION_WORDS: Readonly<Record<string, string>> = {
  'answer.recording-begun': 'Writing down an answer by telephone or on paper begun',
  'answer.recording-reopened': 'Answer by telephone or on paper opened again',
  'cleaning.decided': 'Decided about forms',
  'cleaning.frozen': 'Round frozen',
  'cleaning.reopened': 'Round opened again after a freeze',
  'cleaning.settings-changed': 'Settings of the cleaning changed',
  'cleaning.site-answered': 'Hospital answered a question',
  'cleaning.site-asked': 'Hospital asked a question',
  'cleaning.site-closed': 'Question to a hospital closed without an answer',
  'codebook.created': 'Codebook begun',
  'codebook.edited': 'Codebook changed',
  'codebook.merged': 'Codes merged',
  'codebook.restored': 'Earlier codebook brought back',
  'codebook.split': 'Code split',
  'coding.assigned': 'Comments given to a coder',
  'coding.decided': 'Decided between two coders',
  'coding.finished': 'Coding of comments finished',
  'coding.reopened': 'Coding of comments opened again',
  'coding.saved': 'Codes of a comment stored',
  'coding.taken-off': 'Coder taken off',
  'contact-list.created': 'List of contacts begun',
  'contact.added': 'Contact added',
  'contact.changed': 'Contact changed',
  'contact.erased': 'Contact erased',
  'contacts.erased': 'Contacts erased whose time was over',
  'contacts.imported': 'Contacts imported from a file',
  'frame.created': 'Frame begun',
  'frame.eligibility-decided': 'Decided whether a hospital belongs to the frame',
  'frame.eligibility-undone': 'Took back the decision on a hospital of the frame',
  'frame.frozen': 'Frame frozen',
  'frame.hospital-added': 'Hospital added to the frame',
  'frame.imported': 'List of hospitals imported into the frame',
  'grant.given': 'Role given',
  'grant.revoked': 'Role revoked',
  'instrument.draft-created': 'Draft of a questionnaire begun',
  'instrument.draft-deleted': 'Draft of a questionnaire deleted',
  'instrument.draft-saved': 'Draft of a questionnaire saved',
  'instrument.piloted': 'Questionnaire tried out',
  'instrument.published': 'Questionnaire published',
  'instrument.retired': 'Questionnaire retired',
  'invitation.made-for-demo': 'Link made for the demonstration',
  'invitation.opened': 'Mailed link opened for the first time',
  'mail.addresses-erased': 'Addresses of mails erased',
  'mail.bounced': 'Mail refused by the recipient’s mail server',
  'mail.dropped': 'Mail not wanted any more',
  'mail.failed': 'Mail could not be sent',
  'mail.in-doubt': 'Mail in doubt: it may have been sent',
  'mail.queued-again': 'Mail queued once more',
  'mail.sent': 'Mail sent',
  'mailing.queued': 'Mailing queued',
  'open-link.created': 'Open link made',
  'open-link.form-begun': 'Form begun with an open link',
  'open-link.switched-off': 'Open link switched off',
  'open-link.switched-on': 'Open link switched on',
  'person.invited': 'Account made',
  'person.made-administrator': 'First administrator set up',
  'quotation.confirmed': 'Quotation confirmed',
  'quotation.removed': 'Quotation removed',
  'quotation.saved': 'Quotation stored',
  'reference.imported': 'Register of hospitals imported',
  'reference.loaded': 'Reference data loaded',
  'release.published': 'Results released',
  'response.handed-over': 'Form handed over to a colleague',
  'response.saved': 'Page of the form saved',
  'response.submitted': 'Form sent',
  'response.unsent-erased': 'Forms that were never sent erased',
  'response.notes-erased': 'Notes about a withdrawn form erased',
  'response.withdrawn': 'Form withdrawn, its answers erased',
  'round.created': 'Round made',
  'round.plan-saved': 'Plan of a round saved',
  'round.practice-made': 'Round to practise cleaning in made',
  'round.seeded': 'Round filled with made-up answers',
  'round.stepped': 'Round taken a step on',
  'session.opened': 'Signed in',
  'session.revoked': 'Signed out',
  'sessions.revoked': 'Signed out everywhere else',
  'sign-in.requested': 'Link to sign in asked for',
  'site.alias-added': 'Further name of a hospital added',
  'site.alias-removed': 'Further name of a hospital removed',
};

/** What the acts are about, by the first part of their names: the choices of the filter. */
export const GROUP_WORDS: Readonly<Record<string, string>> = {
  answer: 'Answers by telephone or on paper',
  cleaning: 'Cleaning',
  codebook: 'Codebooks',
  coding: 'Coding of comments',
  contact: 'Contacts',
  'contact-list': 'Lists of contacts',
  contacts: 'Imports and erasures of contacts',
  frame: 'Frames',
  grant: 'Roles',
  instrument: 'Questionnaires',
  invitation: 'Links',
  mail: 'Mail',
  mailing: 'Mailings',
  'open-link': 'Open links',
  person: 'Accounts',
  quotation: 'Quotations',
  reference: 'Reference data',
  release: 'Releases',
  response: 'Forms',
  round: 'Rounds',
  session: 'Signing in and out',
  sessions: 'Signing out everywhere',
  'sign-in': 'Links to sign in',
  site: 'Names of hospitals',
};

/** An act in words; one that is not known is shown as it is stored. */
export const actionWords = (action: string): string => ACTION_WORDS[action] ?? action;

const ACTORS: Readonly<Record<string, string>> = {
  team: 'The team, by its link',
  public: 'Somebody without an account',
  product: 'The product itself',
  erased: 'Somebody whose name was erased',
};

/** Who did it: the person's name, or what else acted. */
export const actorWords = (kind: string, name: string): string =>
  name === '' ? (ACTORS[kind] ?? kind) : name;

/** The name of a fact as words: `draftRevision` → "draft revision". */
export const factWords = (name: string): string =>
  name
    .replaceAll(/([a-z0-9])([A-Z])/g, '$1 $2')
    .replaceAll('_', ' ')
    .toLowerCase();

/** A code as words (`under_review` → "under review"); a name, an id or a number stays as it is. */
export const valueWords = (value: string): string =>
  /^[a-z]+(_[a-z]+)+$/.test(value) ? value.replaceAll('_', ' ') : value;
