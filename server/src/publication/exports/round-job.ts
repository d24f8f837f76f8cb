import type { ResolveOptions } from '@liaison-atlas/shared/cleaning/apply-decisions';
import type { CleaningMode } from '@liaison-atlas/shared/cleaning/cleaning-settings';
import type { NamingRefusal } from '@liaison-atlas/shared/cleaning/with-refusals';
import type { RoundKind } from '@liaison-atlas/shared/fieldwork/round';
import type { Hospital } from '@liaison-atlas/shared/frame/hospital';
import type { FrameName } from '@liaison-atlas/shared/frame/propose-match';
import { type Instrument, questionsOf } from '@liaison-atlas/shared/instrument/instrument';

/** What of a round is exported, and under what it is cleaned. */
export interface RoundBasis {
  /** Number of the freeze; null = the live state. */
  readonly freeze: number | null;
  /** Number of the last decision of a person that counts. */
  readonly lastDecision: number;
  readonly mode: CleaningMode;
  readonly unitOfAnalysis: ResolveOptions['unitOfAnalysis'];
  /** The frame that it is cleaned against, in its order. */
  readonly frame: readonly FrameName[];
  /** What hospitals refused when they were shown their row, by ODS code. */
  readonly refusals: readonly (readonly [string, NamingRefusal])[];
}

/** Everything that the rows of a round are made from, beside its forms: plain data, which can go to a thread. */
export interface RoundJob {
  readonly table: 'forms' | 'long' | 'hospitals';
  readonly round: {
    readonly id: string;
    readonly kind: RoundKind;
    /** Forms of a round that is being piloted never count. */
    readonly isPilot: boolean;
  };
  readonly instrument: Instrument;
  /** The hospitals that rows name. */
  readonly hospitals: readonly Hospital[];
  readonly basis: RoundBasis;
}

/** How the forms of a job are cleaned. */
export const optionsOf = ({ round, instrument, basis }: RoundJob): ResolveOptions => ({
  roundKind: round.kind,
  frame: basis.frame,
  unitOfAnalysis: basis.unitOfAnalysis,
  mode: basis.mode,
  questions: questionsOf(instrument),
});
