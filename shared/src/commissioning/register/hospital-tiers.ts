import type { FactAge } from './fact-age.js';
import type { LiaisonTier, ServiceKind, ServiceStatus } from './register-service.js';

/** What the tier of a hospital is read from. */
export interface TierService {
  readonly id: string;
  readonly kind: ServiceKind;
  readonly status: ServiceStatus;
  readonly tier: LiaisonTier;
  readonly lines: readonly { readonly key: string; readonly age: FactAge; readonly confirmedOn: string }[];
  readonly hospitals: readonly { readonly odsCode: string }[];
}

/** The tier that is recorded of a hospital's liaison team. */
export interface RecordedTier {
  readonly tier: Exclude<LiaisonTier, 'not_known'>;
  /** YYYY-MM-DD */
  readonly confirmedOn: string;
  /** Nobody has confirmed it for 24 months: it is shown with its age and not counted on. */
  readonly isFaded: boolean;
}

/**
 * The tier of each hospital's liaison team by ODS code: of the active teams the one whose tier was confirmed last.
 * A hospital that is missing here is not known, never "none": planned and closed teams, pilots, and teams of which nobody
 * has told the tier say nothing.
 */
export function hospitalTiers(services: readonly TierService[]): ReadonlyMap<string, RecordedTier> {
  const tiers = new Map<string, RecordedTier>();
  const inOrder = services.toSorted((a, b) => (a.id < b.id ? -1 : 1));
  for (const { kind, status, tier, lines, hospitals } of inOrder) {
    if (kind !== 'liaison_team' || status !== 'active' || tier === 'not_known') continue;
    const line = lines.find(({ key }) => key === 'tier');
    if (line === undefined) continue;
    const { confirmedOn } = line;
    for (const { odsCode } of hospitals)
      if (confirmedOn > (tiers.get(odsCode)?.confirmedOn ?? ''))
        tiers.set(odsCode, { tier, confirmedOn, isFaded: line.age === 'faded' });
  }
  return tiers;
}
