import { STARTER_CODEBOOK } from '../coding/starter-codebook.js';
import type { Theme } from './release.js';

/**
 * The seven themes that the report finds in the additional comments, in its order (survey E2); the words are the
 * starter codebook's. Only the first is ranked there; none has a count, so every `count` is null, never 0. What the
 * report says of frequency in words stands in the definition.
 */
export const PUBLISHED_2018_THEMES: readonly Theme[] = STARTER_CODEBOOK.codes
  .filter(({ group }) => group === 'comment_theme')
  .map(({ code, name, definition, frequency, source }) => ({
    code,
    name,
    definition: frequency === '' ? definition : `${definition} In the report: ${frequency}.`,
    count: null,
    source,
  }));
