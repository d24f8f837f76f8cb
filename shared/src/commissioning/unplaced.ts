import { areaCodeOf, type PlacedHospital, type ProfileLevel } from './profile-area.js';

/** Levels at which the frame does not know where every hospital lies, as they are called in a sentence. */
const LEVELS: Partial<Record<ProfileLevel, string>> = { icb: 'ICB', ccg: 'CCG (2018)' };

/**
 * Says how many hospitals of a list stand in no area of a level, because their ICB or CCG is not known; '' = each stands
 * in one. Without it the areas of a level would seem to add up to England.
 */
export function unplacedSentence(hospitals: readonly PlacedHospital[], level: ProfileLevel): string {
  const name = LEVELS[level];
  if (name === undefined) return '';
  const count = hospitals.filter((hospital) => areaCodeOf(hospital, level) === '').length;
  if (count === 0) return '';
  const [of, are] = [`${count} of ${hospitals.length} hospitals`, count === 1 ? 'is' : 'are'];
  return `The ${name} of ${of} is not known: ${count === 1 ? 'it' : 'they'} ${are} counted for England and in no ${name}.`;
}
