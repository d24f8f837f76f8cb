import type { NamingRefusal } from '@liaison-atlas/shared/cleaning/with-refusals';

/** What hospitals refused in their right of reply. Kept by `publication`, which comes after cleaning. */
export abstract class NamingRefusals {
  /** By ODS code; a hospital that refused nothing may be missing. */
  abstract of(roundId: string): Promise<ReadonlyMap<string, NamingRefusal>>;
}
