import { Entity, Index, JoinColumn, ManyToOne, type Relation } from 'typeorm';

import { KeyColumn } from '../database/columns.js';
import { Response } from './response.entity.js';

/**
 * That a sent form speaks for a hospital beside its own (rule R7), as its latest revision says. What counts lies in the
 * answers; this is how the forms that speak for a hospital are found without reading the answers of a whole round.
 */
@Entity({ name: 'further_hospital' })
@Index('ix_further_hospital_ods', ['odsCode'])
export class FurtherHospital {
  @KeyColumn('further_hospital', 'response_id', 36) responseId: string;
  @ManyToOne(() => Response, { nullable: false })
  @JoinColumn({ name: 'response_id', foreignKeyConstraintName: 'fk_further_hospital_response' })
  response?: Relation<Response>;
  @KeyColumn('further_hospital', 'ods_code', 10) odsCode: string;
}
