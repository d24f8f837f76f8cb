import { Injectable } from '@nestjs/common';
import { InjectRepository } from '@nestjs/typeorm';
import type { Repository } from 'typeorm';

import { Invitation } from './invitation.entity.js';

/** Which hospitals a round has invitations for. Says nothing about who was invited. */
@Injectable()
export class InvitedHospitals {
  constructor(@InjectRepository(Invitation) private readonly invitations: Repository<Invitation>) {}

  /**
   * ODS codes of hospitals with at least one personal invitation in the round that went out (an open link's form is
   * none), each once, in no particular order.
   */
  async of(roundId: string): Promise<readonly string[]> {
    const rows = await this.invitations
      .createQueryBuilder('invitation')
      .select('invitation.odsCode', 'odsCode')
      .distinct(true)
      .where(
        "invitation.roundId = :roundId AND invitation.mode IS NULL AND invitation.state NOT IN ('queued', 'failed')",
        { roundId },
      )
      .getRawMany<{ odsCode: string }>();
    return rows.map(({ odsCode }) => odsCode);
  }

  /**
   * Hospitals at least one of whose mailed links was opened, and those all of whose invitations came back. Each hospital
   * once, in no particular order.
   */
  async reached(roundId: string): Promise<{ readonly opened: string[]; readonly bounced: string[] }> {
    const rows = await this.invitations
      .createQueryBuilder('invitation')
      .select('invitation.odsCode', 'odsCode')
      .addSelect('COUNT(invitation.openedAt)', 'opened')
      .addSelect("SUM(CASE WHEN invitation.state = 'bounced' THEN 0 ELSE 1 END)", 'others')
      .where("invitation.roundId = :roundId AND invitation.state NOT IN ('queued', 'failed')", { roundId })
      .groupBy('invitation.odsCode')
      .getRawMany<{ odsCode: string; opened: number | string; others: number | string }>();
    const those = (fits: (row: (typeof rows)[number]) => boolean): string[] =>
      rows.filter(fits).map(({ odsCode }) => odsCode);
    return {
      opened: those(({ opened }) => Number(opened) > 0),
      bounced: those(({ others }) => Number(others) === 0),
    };
  }
}
