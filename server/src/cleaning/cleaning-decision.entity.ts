import type { RuleId } from '@liaison-atlas/shared/cleaning/analysis-dataset';
import type { DecisionKind } from '@liaison-atlas/shared/cleaning/decision';
import type { Perspective } from '@liaison-atlas/shared/fieldwork/response';
import { Entity, Index, JoinColumn, ManyToOne, type Relation } from 'typeorm';

import {
  IdColumn,
  InstantColumn,
  IntegerColumn,
  JsonColumn,
  LongTextColumn,
  TextColumn,
} from '../database/columns.js';
import { Response } from '../fieldwork/response.entity.js';
import { Round } from '../fieldwork/round.entity.js';

/** One decision as it was made (`Decision` in shared). Rows are only ever added; taking one back is a row of its own. */
@Entity({ name: 'cleaning_decision' })
@Index('uq_cleaning_decision_number', ['roundId', 'number'], { unique: true })
@Index('ix_cleaning_decision_response', ['responseId'])
@Index('ix_cleaning_decision_hospital', ['roundId', 'odsCode'])
@Index('ix_cleaning_decision_value', ['roundId', 'kind', 'value'])
@Index('ix_cleaning_decision_target', ['targetId'])
export class CleaningDecision {
  @IdColumn('cleaning_decision') id: string;
  @TextColumn('round_id', 36) roundId: string;
  @ManyToOne(() => Round, { nullable: false })
  @JoinColumn({ name: 'round_id', foreignKeyConstraintName: 'fk_cleaning_decision_round' })
  round: Relation<Round>;
  @IntegerColumn('number') number: number;
  @TextColumn('kind', 20) kind: DecisionKind;
  /** Null for a disagreement, a confirmation, a reversal, a reopening. */
  @TextColumn('response_id', 36, { nullable: true }) responseId: string | null;
  @ManyToOne(() => Response, { nullable: true })
  @JoinColumn({ name: 'response_id', foreignKeyConstraintName: 'fk_cleaning_decision_response' })
  response: Relation<Response> | null;
  @TextColumn('ods_code', 10) odsCode: string;
  @TextColumn('perspective', 20) perspective: Perspective | '';
  @TextColumn('variable', 64) variable: string;
  /** `responseId:revision` of every form that it rests on. */
  @JsonColumn('basis') basis: readonly string[];
  @TextColumn('rule', 4) rule: RuleId | '';
  @TextColumn('reason', 40) reason: string;
  @LongTextColumn('note') note: string;
  @TextColumn('value', 1000) value: string;
  @TextColumn('by', 64) by: string;
  @InstantColumn('at') at: string;
  /** 1 = it waits for another person. */
  @IntegerColumn('needs_second') needsSecond: number;
  @TextColumn('target_id', 36, { nullable: true }) targetId: string | null;
  @ManyToOne(() => CleaningDecision, { nullable: true })
  @JoinColumn({ name: 'target_id', foreignKeyConstraintName: 'fk_cleaning_decision_target' })
  target: Relation<CleaningDecision> | null;
}
