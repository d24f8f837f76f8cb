import { DomainError } from '../platform/domain-error.js';

/** The refusal for a link that is unknown, expired or closed; the same for all three. */
export const UNUSABLE_LINK = (): DomainError =>
  new DomainError(
    'UNUSABLE_LINK',
    'This link cannot be used.',
    'token',
    'Ask the survey lead for a new link.',
  );
