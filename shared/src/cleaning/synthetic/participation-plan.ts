import { byText } from '../by-text.js';

/** What an invented hospital does with the survey; each stands for something that happens in real rounds. */
export type Participation =
  | 'silent'
  | 'never_submitted'
  | 'withdrawn'
  | 'child_only'
  | 'adult_and_child_only'
  | 'sent_twice'
  | 'colleagues_agree'
  | 'one_knows'
  | 'colleagues_conflict'
  | 'liaison_and_iapt'
  | 'iapt_only'
  | 'one_form';

/** Hospitals of 175 by what they do: 123 have a form that counts, about 70 %. */
const PLAN: readonly (readonly [Participation, number])[] = [
  ['silent', 42],
  ['never_submitted', 6],
  ['withdrawn', 1],
  ['child_only', 3],
  ['adult_and_child_only', 2],
  ['sent_twice', 4],
  ['colleagues_agree', 5],
  ['one_knows', 5],
  ['colleagues_conflict', 4],
  ['liaison_and_iapt', 4],
  ['iapt_only', 1],
  ['one_form', 98],
];
const SLOTS: readonly Participation[] = PLAN.flatMap(([kind, count]) =>
  Array.from({ length: count }, () => kind),
);

/**
 * Deals out the plan over a frame in an order that the seed decides, so that no kind is missing by bad luck and no
 * region is silent by alphabet. Frames of another size get the same shares.
 */
export function planParticipation(
  odsCodes: readonly string[],
  seed: number,
): ReadonlyMap<string, Participation> {
  const shuffled = [...odsCodes].sort((a, b) => hashText(a, seed) - hashText(b, seed) || byText(a, b));
  return new Map(
    shuffled.map((odsCode, rank): [string, Participation] => [
      odsCode,
      SLOTS[Math.floor((rank * SLOTS.length) / shuffled.length)] ?? 'silent',
    ]),
  );
}

/** FNV-1a with a final mix, 32 bits: spreads texts, protects nothing. */
export function hashText(text: string, seed: number): number {
  let hash = (0x811c9dc5 ^ seed) >>> 0;
  for (let at = 0; at < text.length; at += 1) hash = Math.imul(hash ^ text.charCodeAt(at), 0x01000193) >>> 0;
  hash = Math.imul(hash ^ (hash >>> 16), 0x85ebca6b) >>> 0;
  return (hash ^ (hash >>> 13)) >>> 0;
}
