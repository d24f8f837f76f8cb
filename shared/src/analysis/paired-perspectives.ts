import type { HospitalRecord, Perspective } from '../cleaning/analysis-dataset.js';
import { CHANGE_STATES, type ChangeState, changeState } from './change-between-rounds.js';
import { perspectivePosition } from './indicator-position.js';
import type { AnyIndicator } from './instrument-indicators.js';

/** One hospital as two perspectives see it. */
export interface PerspectivePair {
  readonly odsCode: string;
  readonly first: ChangeState;
  readonly second: ChangeState;
  /** `differs` only where both gave an answer and the answers are not the same; "I don't know" is an answer. */
  readonly agreement: 'agrees' | 'differs' | 'cannot_say';
}

/** Two perspectives on one question, over the hospitals that both answered for. */
export interface PairedPicture {
  readonly first: Perspective;
  readonly second: Perspective;
  readonly pairs: readonly PerspectivePair[];
  /** First (row) against second (column), each in the order of `CHANGE_STATES`. */
  readonly table: readonly (readonly number[])[];
  readonly agree: number;
  readonly differ: number;
}

/**
 * How two perspectives, such as liaison team and IAPT, see the same hospitals (domain D3, R4): reported side by side
 * and never settled, since they look from different places. Hospitals of which only one answered are left out.
 */
export function pairedPerspectives(
  records: readonly HospitalRecord[],
  indicator: AnyIndicator,
  first: Perspective,
  second: Perspective,
): PairedPicture {
  const pairs = records.flatMap((record): readonly PerspectivePair[] => {
    const [one, other] = [first, second].map((perspective) =>
      perspectivePosition(record, indicator, perspective),
    );
    if (one === undefined || other === undefined || one === 'no_reply' || other === 'no_reply') return [];
    const [a, b] = [changeState(one), changeState(other)];
    const agreement = a === 'not_known' || b === 'not_known' ? 'cannot_say' : a === b ? 'agrees' : 'differs';
    return [{ odsCode: record.odsCode, first: a, second: b, agreement }];
  });
  const count = (wanted: PerspectivePair['agreement']): number =>
    pairs.filter(({ agreement }) => agreement === wanted).length;
  return {
    first,
    second,
    pairs,
    table: CHANGE_STATES.map((row) =>
      CHANGE_STATES.map(
        (column) => pairs.filter((pair) => pair.first === row && pair.second === column).length,
      ),
    ),
    agree: count('agrees'),
    differ: count('differs'),
  };
}
