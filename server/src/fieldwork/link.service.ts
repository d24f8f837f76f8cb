import { referenceNumber } from '@liaison-atlas/shared/fieldwork/reference-number';
import type { Receipt } from '@liaison-atlas/shared/fieldwork/respond-page';
import type { Answers } from '@liaison-atlas/shared/instrument/answer-value';
import { Injectable } from '@nestjs/common';
import { InjectRepository } from '@nestjs/typeorm';
import type { Repository } from 'typeorm';

import { Clock } from '../platform/clock.js';
import { sha256 } from '../platform/ids.js';
import { Invitation } from './invitation.entity.js';
import { Response } from './response.entity.js';
import { ResponseRevision } from './response-revision.entity.js';
import type { Round } from './round.entity.js';
import { RoundService } from './round.service.js';

/** A link that somebody holds, with what it leads to. */
export interface Link {
  readonly invitation: Invitation;
  readonly round: Round;
  /** null until the first page is saved. */
  readonly response: Response | null;
  /** Whether answers may be saved now: the round takes answers, or corrections of what was submitted. */
  readonly mayAnswer: boolean;
}

/**
 * Finds what a link's token stands for. Unknown, expired and closed give one and the same answer, found by hash, so
 * that a stranger learns nothing by guessing.
 */
@Injectable()
export class LinkService {
  constructor(
    @InjectRepository(Invitation) private readonly invitations: Repository<Invitation>,
    @InjectRepository(Response) private readonly responses: Repository<Response>,
    @InjectRepository(ResponseRevision) private readonly revisions: Repository<ResponseRevision>,
    private readonly rounds: RoundService,
    private readonly clock: Clock,
  ) {}

  /** A link to a form that was submitted stays readable (its receipt) when the round has closed. */
  async find(token: string): Promise<Link | 'unusable'> {
    if (!/^[\w-]{16,64}$/.test(token)) return 'unusable';
    const invitation = await this.invitations.findOneBy({ tokenHash: sha256(token) });
    if (invitation === null || invitation.expiresAt <= this.clock.now()) return 'unusable';
    const [round, response] = await Promise.all([
      this.rounds.get(invitation.roundId),
      this.responses.findOneBy({ invitationId: invitation.id }),
    ]);
    const submitted = (response?.revision ?? 0) > 0;
    const mayAnswer = submitted ? this.rounds.takesCorrections(round) : this.rounds.takesAnswers(round);
    return mayAnswer || submitted ? { invitation, round, response, mayAnswer } : 'unusable';
  }

  /** The receipt and the answers of the latest submission; both null before the first. */
  async lastSent(response: Response | null): Promise<{ receipt: Receipt | null; sent: Answers | null }> {
    if (response === null || response.revision === 0) return { receipt: null, sent: null };
    const { id: responseId, revision } = response;
    const latest = await this.revisions.findOneByOrFail({ responseId, revision });
    return { receipt: { reference: referenceNumber(responseId), submittedAt: latest.at }, sent: latest.answers };
  }

  /** The revision that a request with this key made before, or null. */
  findRevision({ response }: Link, idempotencyKey: string): Promise<ResponseRevision | null> {
    if (response === null || response.revision === 0) return Promise.resolve(null);
    return this.revisions.findOneBy({ responseId: response.id, idempotencyKey });
  }
}
