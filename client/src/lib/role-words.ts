/** What each role is called on screen, and what it is for. */
const ROLES: Readonly<Record<string, { readonly label: string; readonly does: string }>> = {
  administrator: {
    label: 'Administrator',
    does: 'invites people, gives and revokes roles, reads the outbox',
  },
  survey_lead: { label: 'Survey lead', does: 'runs rounds, releases them, reads the outbox' },
  cleaner: { label: 'Cleaner', does: 'sees live rounds and decides on forms' },
  coder: { label: 'Coder', does: 'codes comments' },
  analyst: { label: 'Analyst', does: 'sees live rounds and their figures' },
  site_lead: { label: 'Site lead', does: 'answers for what a hospital sends' },
  commissioner: { label: 'Commissioner', does: 'plans services for a region' },
};

export const roleLabel = (role: string): string => ROLES[role]?.label ?? role;

/** What a role lets its holder do, in words. */
export const roleDoes = (role: string): string => ROLES[role]?.does ?? '';

/** Where a role holds: "whole survey", "round 2027", "region Y62", "hospital RW603". */
export const scopeWords = (kind: string, id: string): string =>
  kind === 'survey' ? 'whole survey' : `${kind} ${id}`;
