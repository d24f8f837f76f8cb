/** What a constraint of ours can say. */
export interface Constraint {
  readonly min?: number;
  readonly max?: number;
  readonly maxLength?: number;
}

const PART =
  /^\(?\s*(?:\.\s*(?<sign>>=|<=)\s*(?<bound>-?\d+(?:\.\d+)?(?:e[+-]?\d+)?)|string-length\(\s*\.\s*\)\s*<=\s*(?<length>\d+))\s*\)?$/;

/** Reads `. >= 0 and . <= 10` and `string-length(.) <= 200`; undefined for anything that we could not keep. */
export function readConstraint(text: string): Constraint | undefined {
  if (text === '') return {};
  let constraint: { min?: number; max?: number; maxLength?: number } = {};
  for (const part of text.split(/\s+and\s+/)) {
    const found = PART.exec(part.trim())?.groups;
    if (!found) return undefined;
    const added =
      found['length'] !== undefined
        ? { maxLength: Number(found['length']) }
        : { [found['sign'] === '>=' ? 'min' : 'max']: Number(found['bound']) };
    if (Object.keys(added).some((key) => Object.hasOwn(constraint, key))) return undefined;
    constraint = { ...constraint, ...added };
  }
  return constraint;
}
