import { Injectable } from '@nestjs/common';
import { InjectRepository } from '@nestjs/typeorm';
import type { Repository } from 'typeorm';

import { Invitation } from './invitation.entity.js';

/** Which hospitals a round has invitations for. Says nothing about who was invited. */
@Injectable()
export class InvitedHospitals {
  constructor(@InjectRepository(Invitation) private readonly invitations: Repository<Invitation>) {}

  /** ODS codes of hospitals with at least one personal invitation in the round (not an open link's form), each once, in no particular order. */
  async of(roundId: string): Promise<readonly string[]> {
    const rows = await this.invitations
      .createQueryBuilder('invitation')
      .select('invitation.odsCode', 'odsCode')
      .distinct(true)
      .where('invitation.roundId = :roundId AND invitation.mode IS NULL', { roundId })
      .getRawMany<{ odsCode: string }>();
    return rows.map(({ odsCode }) => odsCode);
  }
}
