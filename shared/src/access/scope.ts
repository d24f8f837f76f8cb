import type { GivenRole } from './permissions.js';

/** What a grant can be limited to. */
export const SCOPE_KINDS = ['survey', 'round', 'region', 'hospital'] as const;
export type ScopeKind = (typeof SCOPE_KINDS)[number];

/** Where a grant holds: the round's id, the region's code, the hospital's ODS code; `all` for the survey. */
export interface Scope {
  readonly kind: ScopeKind;
  readonly id: string;
}

/** Id of the survey in a scope: an installation holds one survey. */
export const SURVEY_ID = 'all';

/** Everything there is. */
export const WHOLE_SURVEY: Scope = { kind: 'survey', id: SURVEY_ID };

/** Which scopes make sense for a role: an administrator of one hospital would have nothing to administer. */
export const SCOPES_OF_ROLE: Readonly<Record<GivenRole, readonly ScopeKind[]>> = {
  administrator: ['survey'],
  survey_lead: ['survey', 'round'],
  cleaner: ['survey', 'round'],
  coder: ['survey', 'round'],
  analyst: ['survey', 'round'],
  site_lead: ['hospital'],
  commissioner: ['survey', 'region'],
};

/** What an operation touches. A part that is absent is touched as a whole; `{}` is the whole survey. */
export interface Place {
  readonly round?: string;
  readonly region?: string;
  readonly hospital?: string;
}

/** Whether a scope covers a place. A scope of one round does not cover the survey, nor a region within every round. */
export function covers(scope: Scope, place: Place): boolean {
  switch (scope.kind) {
    case 'survey':
      return scope.id === SURVEY_ID;
    case 'round':
      return place.round === scope.id;
    case 'region':
      return place.region === scope.id;
    case 'hospital':
      return place.hospital === scope.id;
  }
}
