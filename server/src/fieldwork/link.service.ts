import { referenceNumber } from '@liaison-atlas/shared/fieldwork/reference-number';
import type { Receipt } from '@liaison-atlas/shared/fieldwork/respond-parts';
import type { Answers } from '@liaison-atlas/shared/instrument/answer-value';
import { Injectable } from '@nestjs/common';
import { InjectDataSource } from '@nestjs/typeorm';
import type { DataSource } from 'typeorm';

import { findRow, parameter, rowReader, selectList } from '../database/row-statements.js';
import { Clock } from '../platform/clock.js';
import { sha256 } from '../platform/ids.js';
import { FurtherLink } from './further-link.entity.js';
import { Invitation } from './invitation.entity.js';
import { Response } from './response.entity.js';
import { ResponseRevision } from './response-revision.entity.js';
import { Round } from './round.entity.js';
import { RoundService } from './round.service.js';

/** What a link that is unknown, expired or closed gives: one word, the same for all three. */
export type Unusable = 'unusable';

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
  private statement: ReturnType<typeof linkStatement> | undefined;

  constructor(
    @InjectDataSource() private readonly reader: DataSource,
    private readonly rounds: RoundService,
    private readonly clock: Clock,
  ) {}

  /** A link to a form that was submitted stays readable (its receipt) when the round has closed. */
  async find(token: string): Promise<Link | Unusable> {
    if (!/^[\w-]{16,64}$/.test(token)) return 'unusable';
    const hash = sha256(token);
    // Mostly it is the form's own link, so the further ones are asked only where there is none.
    const found =
      (await this.read(hash, 'own')) ?? (await this.read(hash, 'mailed')) ?? (await this.readFurther(hash));
    if (found === undefined || found.invitation.expiresAt <= this.clock.now()) return 'unusable';
    const { invitation, round, response } = found;
    const submitted = (response?.revision ?? 0) > 0;
    const open = submitted ? this.rounds.takesCorrections(round) : this.rounds.takesAnswers(round);
    const mayAnswer = open && response?.state !== 'withdrawn';
    return open || submitted ? { invitation, round, response, mayAnswer } : 'unusable';
  }

  /** The receipt and the answers of the latest submission; both null before the first. */
  async lastSent(response: Response | null): Promise<{ receipt: Receipt | null; sent: Answers | null }> {
    if (response === null || response.revision === 0) return { receipt: null, sent: null };
    const { id: responseId, revision } = response;
    const latest = await findRow(this.reader.manager, ResponseRevision, { responseId, revision });
    if (latest === null) throw new Error(`response ${responseId} has no revision ${revision}`);
    return {
      receipt: { reference: referenceNumber(responseId), submittedAt: latest.at },
      sent: latest.answers,
    };
  }

  /** The revision that a request with this key made before, or null. */
  findRevision({ response }: Link, idempotencyKey: string): Promise<ResponseRevision | null> {
    if (response === null || response.revision === 0) return Promise.resolve(null);
    return findRow(this.reader.manager, ResponseRevision, { responseId: response.id, idempotencyKey });
  }

  /** The form that a colleague, or its own sender, was sent another link to. */
  private async readFurther(tokenHash: string): Promise<Omit<Link, 'mayAnswer'> | undefined> {
    const further = await findRow(this.reader.manager, FurtherLink, { tokenHash });
    return further === null ? undefined : this.read(further.invitationId, 'invitation');
  }

  /** All three rows with one statement: every answering request begins with it. */
  private async read(
    value: string,
    by: 'own' | 'mailed' | 'invitation',
  ): Promise<Omit<Link, 'mayAnswer'> | undefined> {
    this.statement ??= linkStatement(this.reader);
    const { readInvitation, readRound, readResponse } = this.statement;
    const [row] = await this.reader.query<Record<string, unknown>[]>(this.statement[by], [value]);
    if (row === undefined) return undefined;
    const [invitation, round] = [readInvitation(row), readRound(row)];
    return invitation === null || round === null
      ? undefined
      : { invitation, round, response: readResponse(row) };
  }
}

/** Made at the first use, when the connection knows its entities. */
const linkStatement = (reader: DataSource) => ({
  own: `${selectLink(reader)} WHERE i.token_hash = ${parameter(reader, 0)}`,
  // Each mail of an invitation has a token of its own.
  mailed: `${selectLink(reader)} JOIN invitation_token t ON t.invitation_id = i.id
    WHERE t.token_hash = ${parameter(reader, 0)}`,
  invitation: `${selectLink(reader)} WHERE i.id = ${parameter(reader, 0)}`,
  readInvitation: rowReader(reader, Invitation, 'i'),
  readRound: rowReader(reader, Round, 'o'),
  readResponse: rowReader(reader, Response, 'r'),
});

const selectLink = (reader: DataSource): string =>
  `SELECT ${selectList(reader, Invitation, 'i')}, ${selectList(reader, Round, 'o')},
      ${selectList(reader, Response, 'r')}
    FROM invitation i JOIN round o ON o.id = i.round_id LEFT JOIN response r ON r.invitation_id = i.id`;
