import { PLAUSIBILITY_CHECKS, type CheckId } from './plausibility-checks.js';

/** Who decides: the rules, with a person for what they leave open; or a person about every form. */
export const CLEANING_MODES = ['automatic', 'review'] as const;
export type CleaningMode = (typeof CLEANING_MODES)[number];

/** Which decisions wait for another person: none, exclusions, or everything that says what becomes of a form. */
export const SECOND_READERS = ['none', 'exclusions', 'all'] as const;
export type SecondReader = (typeof SECOND_READERS)[number];

/** Whether a check is asked in a round, and from where on it fails. */
export interface CheckSetting {
  readonly on: boolean;
  readonly threshold: number;
}

/** What the lead of a round decides about its cleaning. */
export interface CleaningSettings {
  readonly mode: CleaningMode;
  readonly secondReader: SecondReader;
  readonly checks: Readonly<Record<CheckId, CheckSetting>>;
}

/** What holds until somebody chooses otherwise: the rules decide, nobody reads twice, checks as they come. */
export const DEFAULT_CLEANING: CleaningSettings = {
  mode: 'automatic',
  secondReader: 'none',
  checks: Object.fromEntries(
    PLAUSIBILITY_CHECKS.map(({ id, on, threshold }) => [id, { on, threshold }]),
  ) as Record<CheckId, CheckSetting>,
};
