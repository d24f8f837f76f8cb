/** Why a comment may point at a person; shown to whoever reads it before anybody else does. */
export const IDENTIFYING_SIGNS = ['name', 'email', 'phone', 'number', 'rare_detail'] as const;
export type IdentifyingSign = (typeof IDENTIFYING_SIGNS)[number];

/** A part of a comment that looks identifying, by its first character and the one after its last. */
export interface IdentifyingPart {
  readonly sign: IdentifyingSign;
  readonly from: number;
  readonly to: number;
}

/**
 * Patterns, in the order in which a part is named when several fit. They are meant to find too much rather than too
 * little: a person clears in a second what was found for nothing.
 */
const PATTERNS: readonly { readonly sign: IdentifyingSign; readonly pattern: RegExp }[] = [
  { sign: 'email', pattern: /[\w.+-]+\s?(?:@|\(at\)|\[at\])\s?[\w-]+(?:\.[\w-]+)+/giu },
  { sign: 'phone', pattern: /(?:\+\d{1,3}[\s-]?|\b0)(?:\(0\))?\d(?:[\s-]?\d){8,11}\b/gu },
  // NHS numbers, GMC and staff numbers, dates of birth: anything of four digits and more that is no year.
  { sign: 'number', pattern: /\b(?!(?:19|20)\d{2}\b)\d(?:[\s/.-]?\d){3,}\b/gu },
  {
    sign: 'name',
    pattern:
      /\b(?:Dr|Prof|Professor|Doctor|Mr|Mrs|Ms|Miss|Mx|Sister|Matron|Dame|Sir)\b\.?\s+\p{Lu}[\p{L}'’-]+(?:\s+\p{Lu}[\p{L}'’-]+)?/gu,
  },
  // Two capitalised words inside a sentence, unless a service or a place says what they are.
  {
    sign: 'name',
    pattern:
      /(?<=[\p{Ll},;]\s)(?!(?:The|And|Our|Their)\b)\p{Lu}\p{Ll}+(?:[-'’]\p{Lu}\p{Ll}+)?\s+\p{Lu}\p{Ll}+(?:[-'’]\p{Lu}\p{Ll}+)?(?!\s+(?:Hospital|Infirmary|Trust|Service|Services|Clinic|Team|Centre|Unit|Therapies|Board))/gu,
  },
  {
    sign: 'rare_detail',
    pattern:
      /\b(?:my (?:name|wife|husband|son|daughter|colleague)|the only (?:consultant|psychologist|nurse|doctor|therapist|lead|patient)|aged? \d{1,3}|\d{1,3}[- ]year[- ]old|patient (?:who|with)|suicide of|died (?:on|in)|complaint (?:by|from|against)|sacked|dismissed|suspended)\b/giu,
  },
];

/** Names that capitals would give away and that are no person's: services, programmes and words of the trade. */
const NO_PERSON =
  /^(?:Talking Therapies|Liaison Psychiatry|Mental Health|Health Psychology|Emergency Department|Long Term|Medically Unexplained|Psychological Medicine|Core24|Royal College|Clinical Commissioning|Integrated Care|Primary Care|Acute Trust|North|South|East|West)\b/u;

const PLACE = /\b(?:Hospital|Infirmary|Trust|Services?|Clinic|Team|Centre|Unit|Therapies|Board)$/u;

/**
 * The parts of a comment that look as if they identified somebody: names, numbers, telephone numbers, e-mail
 * addresses, details that fit one person only. None found = nothing that a rule can see; it is no promise. Parts do
 * not overlap and come in the order of the text.
 */
export function identifyingParts(text: string): readonly IdentifyingPart[] {
  const parts: IdentifyingPart[] = [];
  for (const { sign, pattern } of PATTERNS)
    for (const match of text.matchAll(pattern)) {
      const part = { sign, from: match.index, to: match.index + match[0].length };
      if (sign === 'name' && (NO_PERSON.test(match[0]) || PLACE.test(match[0]))) continue;
      if (parts.every(({ from, to }) => part.to <= from || part.from >= to)) parts.push(part);
    }
  return parts.sort((a, b) => a.from - b.from);
}

export const looksIdentifying = (text: string): boolean => identifyingParts(text).length > 0;
