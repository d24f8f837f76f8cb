import { referenceNumber } from '@liaison-atlas/shared/fieldwork/reference-number';
import type { Receipt } from '@liaison-atlas/shared/fieldwork/respond-page';
import type { Answers } from '@liaison-atlas/shared/instrument/answer-value';
import { Injectable } from '@nestjs/common';
import { InjectDataSource } from '@nestjs/typeorm';
import type { DataSource } from 'typeorm';

import { findRow, parameter, rowReader, selectList } from '../database/row-statements.js';
import { Clock } from '../platform/clock.js';
import { sha256 } from '../platform/ids.js';
import { Invitation } from './invitation.entity.js';
import { Response } from './response.entity.js';
import { ResponseRevision } from './response-revision.entity.js';
import { Round } from './round.entity.js';
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
  private statement: ReturnType<typeof linkStatement> | undefined;

  constructor(
    @InjectDataSource() private readonly reader: DataSource,
    private readonly rounds: RoundService,
    private readonly clock: Clock,
  ) {}

  /** A link to a form that was submitted stays readable (its receipt) when the round has closed. */
  async find(token: string): Promise<Link | 'unusable'> {
    if (!/^[\w-]{16,64}$/.test(token)) return 'unusable';
    const found = await this.read(sha256(token));
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

  /** All three rows with one statement: every answering request begins with it. */
  private async read(tokenHash: string): Promise<Omit<Link, 'mayAnswer'> | undefined> {
    this.statement ??= linkStatement(this.reader);
    const { own, mailed, readInvitation, readRound, readResponse } = this.statement;
    const ask = (text: string) => this.reader.query<Record<string, unknown>[]>(text, [tokenHash]);
    const [row = (await ask(mailed))[0]] = await ask(own);
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
  readInvitation: rowReader(reader, Invitation, 'i'),
  readRound: rowReader(reader, Round, 'o'),
  readResponse: rowReader(reader, Response, 'r'),
});

const selectLink = (reader: DataSource): string =>
  `SELECT ${selectList(reader, Invitation, 'i')}, ${selectList(reader, Round, 'o')},
      ${selectList(reader, Response, 'r')}
    FROM invitation i JOIN round o ON o.id = i.round_id LEFT JOIN response r ON r.invitation_id = i.id`;
