/** What a member may do with a scheme. There is one owner; each level may do what those before it may. */
export const SCHEME_LEVELS = ['view', 'edit', 'owner'] as const;
export type SchemeLevel = (typeof SCHEME_LEVELS)[number];

/** Whether a member of a level may do what needs another. */
export const mayDo = (held: SchemeLevel, needed: SchemeLevel): boolean =>
  SCHEME_LEVELS.indexOf(held) >= SCHEME_LEVELS.indexOf(needed);

export const LEVEL_WORDS: Readonly<Record<SchemeLevel, string>> = {
  view: 'may read',
  edit: 'may change',
  owner: 'owner',
};

/** Days that a link lets somebody in. */
export const INVITATION_DAYS = 14;
/** Schemes that one person can be in: more would be a mistake or a machine. */
export const MOST_SCHEMES = 50;
/** Minutes within which savings of one person, one after another, are one version. */
export const ONE_VERSION_MINUTES = 10;
