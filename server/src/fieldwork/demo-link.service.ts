import { displayName } from '@liaison-atlas/shared/fieldwork/display-name';
import { Inject, Injectable } from '@nestjs/common';
import { InjectRepository } from '@nestjs/typeorm';
import type { Repository } from 'typeorm';

import { UnitOfWork } from '../database/unit-of-work.js';
import { FrameService } from '../frame/frame.service.js';
import { Clock } from '../platform/clock.js';
import { type Config, CONFIG } from '../platform/config.js';
import { DEMO_ROUND_ID } from '../platform/demo-round.js';
import { DomainError } from '../platform/domain-error.js';
import { newId, newToken, sha256 } from '../platform/ids.js';
import { Invitation } from './invitation.entity.js';
import { Response } from './response.entity.js';
import { RoundService } from './round.service.js';

const LINK_DAYS = 7;

/** Demo mode only: makes a live link with which a visitor answers for one hospital of the synthetic round. */
@Injectable()
export class DemoLinkService {
  constructor(
    @InjectRepository(Response) private readonly responses: Repository<Response>,
    private readonly rounds: RoundService,
    private readonly frame: FrameService,
    private readonly unitOfWork: UnitOfWork,
    private readonly clock: Clock,
    @Inject(CONFIG) private readonly config: Config,
  ) {}

  /** A link for the next hospital that nobody has answered for (once all have an answer, for the first of the list). */
  async open(): Promise<{ path: string; hospitalName: string }> {
    const open = (await this.rounds.listPublic()).filter(
      (candidate) => candidate.kind === 'synthetic' && this.rounds.takesAnswers(candidate),
    );
    // Where a lead tries out a round of their own, visitors go on meeting the one that the home page speaks of.
    const round = open.find(({ id }) => id === DEMO_ROUND_ID) ?? open[0];
    if (this.config.mode !== 'demo' || round === undefined)
      throw new DomainError(
        'FORBIDDEN',
        'There is no synthetic round to answer here.',
        '',
        'Ask for a link to a live round.',
      );
    const answered = await this.responses
      .createQueryBuilder('response')
      .select('DISTINCT response.ods_code', 'code')
      .where('response.round_id = :round', { round: round.id })
      .getRawMany<{ code: string }>();
    const codes = new Set(answered.map(({ code }) => code));
    const hospitals = this.frame.listHospitals(round.frameId);
    const hospital = hospitals.find(({ odsCode }) => !codes.has(odsCode)) ?? hospitals[0];
    if (hospital === undefined)
      throw new DomainError('NOT_FOUND', 'The frame of the round lists no hospital.');
    const token = newToken();
    const now = this.clock.now();
    const row = {
      id: newId(),
      roundId: round.id,
      odsCode: hospital.odsCode,
      tokenHash: sha256(token),
      state: 'sent' as const,
      createdAt: now,
      expiresAt: new Date(Date.parse(now) + LINK_DAYS * 86_400_000).toISOString(),
    };
    await this.unitOfWork.run({ id: 'public' }, async (unit) => {
      await unit.manager.insert(Invitation, row);
      await unit.audit(
        'invitation.made-for-demo',
        'invitation',
        row.id,
        { round: round.id },
        { subjects: [{ entity: 'round', id: round.id }] },
      );
    });
    return { path: `/respond/${token}`, hospitalName: displayName('synthetic', hospital.name) };
  }
}
