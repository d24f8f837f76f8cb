import type { NamedGroup } from '@liaison-atlas/shared/frame/hospital-sizes';
import { Injectable } from '@nestjs/common';

/** The tier of the liaison team by ODS code of the hospital; a hospital that is missing is not known, never "none". */
export type TierByHospital = ReadonlyMap<string, NamedGroup>;

/**
 * Tiers of liaison teams, as a later module holds them: the service register puts itself in at the start. Until then
 * none is known.
 */
@Injectable()
export class RecordedTiers {
  private source: () => Promise<TierByHospital> = () => Promise.resolve(new Map());

  provide(source: () => Promise<TierByHospital>): void {
    this.source = source;
  }

  read(): Promise<TierByHospital> {
    return this.source();
  }
}
