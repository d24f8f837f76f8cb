import type { FrameState } from './frame-state.js';
import type { ShownUnit } from './manage-frames.graphql.js';

/** Hospitals that the choices leave, in the order given. The text is looked for in names, codes, towns and trusts. */
export function toShownUnits(
  units: readonly ShownUnit[],
  { text, verdict, region, trustType, size }: FrameState,
): readonly ShownUnit[] {
  const words = plain(text).split(' ');
  return units.filter((unit) => {
    const searched = plain(
      [
        unit.name,
        unit.odsCode,
        unit.town,
        unit.postcode,
        unit.trust,
        unit.trustCode,
        ...unit.aliases.map((alias) => alias.text),
      ].join(' '),
    );
    return (
      words.every((word) => searched.includes(word)) &&
      hasVerdict(unit, verdict) &&
      (region === '' || unit.regionCode === region) &&
      (trustType === '' || unit.trustType === trustType) &&
      (size === '' || unit.sizeBand === size)
    );
  });
}

/** Whether a hospital stops the freezing: not known, and nobody decided to leave it so. */
export const isUndecided = ({ eligibility, isDecided }: ShownUnit): boolean =>
  eligibility === 'unknown' && !isDecided;

function hasVerdict(unit: ShownUnit, verdict: FrameState['verdict']): boolean {
  if (verdict === '') return true;
  if (verdict === 'undecided') return isUndecided(unit);
  return verdict === 'decided' ? unit.isDecided : unit.eligibility === verdict;
}

const plain = (text: string): string =>
  text
    .normalize('NFKD')
    .replace(/\p{Mark}/gu, '')
    .toLowerCase()
    .replace(/\s+/g, ' ')
    .trim();
