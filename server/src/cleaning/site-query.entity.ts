import type { SiteAnswer, SiteQueryState } from '@liaison-atlas/shared/cleaning/site-query';
import type { Perspective } from '@liaison-atlas/shared/fieldwork/response';
import { Entity, Index, JoinColumn, ManyToOne, type Relation } from 'typeorm';

import { IdColumn, InstantColumn, LongTextColumn, TextColumn } from '../database/columns.js';
import { Round } from '../fieldwork/round.entity.js';

/** How a site is asked: by e-mail with an answer page, or by somebody who rings and writes the answer down. */
export const QUERY_WAYS = ['mail', 'telephone'] as const;
export type QueryWay = (typeof QUERY_WAYS)[number];

/** A question to a hospital on which its forms say yes and no. Holds no address: that is in the mail until it is sent. */
@Entity({ name: 'site_query' })
@Index('ix_site_query_round', ['roundId', 'odsCode'])
@Index('uq_site_query_token', ['tokenHash'], { unique: true })
export class SiteQuery {
  @IdColumn('site_query') id: string;
  @TextColumn('round_id', 36) roundId: string;
  @ManyToOne(() => Round, { nullable: false })
  @JoinColumn({ name: 'round_id', foreignKeyConstraintName: 'fk_site_query_round' })
  round: Relation<Round>;
  @TextColumn('ods_code', 10) odsCode: string;
  @TextColumn('perspective', 20) perspective: Perspective;
  @TextColumn('variable', 64) variable: string;
  @LongTextColumn('question') question: string;
  @TextColumn('way', 20) way: QueryWay;
  @TextColumn('state', 20) state: SiteQueryState;
  /** '' while it waits. */
  @TextColumn('answer', 20) answer: SiteAnswer | '';
  /** SHA-256 of the token in the mail; null before it is sent, and where nobody was written to. */
  @TextColumn('token_hash', 64, { nullable: true }) tokenHash: string | null;
  @InstantColumn('asked_at') askedAt: string;
  @TextColumn('asked_by', 64) askedBy: string;
  @InstantColumn('answered_at', { nullable: true }) answeredAt: string | null;
  /** Pseudonym; `site` for an answer that came by the page, '' while it waits. */
  @TextColumn('answered_by', 64) answeredBy: string;
}
