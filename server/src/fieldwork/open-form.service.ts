import { createHash } from 'node:crypto';

import type { Problem } from '@liaison-atlas/shared/kernel/problem';
import { accept, refuse, type Result } from '@liaison-atlas/shared/kernel/result';
import { Injectable } from '@nestjs/common';
import { InjectRepository } from '@nestjs/typeorm';
import type { Repository } from 'typeorm';

import { isUniqueViolation } from '../database/is-unique-violation.js';
import { insertRows, updateRows } from '../database/row-statements.js';
import { UnitOfWork } from '../database/unit-of-work.js';
import { Clock } from '../platform/clock.js';
import { newId, sha256 } from '../platform/ids.js';
import { HourlyCounts } from '../platform/limits/hourly-counts.js';
import { FurtherLinkService } from './further-link.service.js';
import { hospitalColumns } from './hospital-answer.js';
import { Invitation } from './invitation.entity.js';
import { lastDayOf } from './last-day.js';
import { startResponse } from './link-draft.js';
import { OpenLinkForm } from './open-link-form.entity.js';
import { OPEN_LINK_LIMIT } from './open-link-limit.js';
import { OpenLink } from './open-link.entity.js';
import { Response } from './response.entity.js';
import type { Round } from './round.entity.js';
import { formChange } from './round-change.js';
import { isRoundId, RoundService, roundTopic } from './round.service.js';

/** A list's link that can be used now, with its round. */
export interface UsableOpenLink {
  readonly link: OpenLink;
  readonly round: Round;
}

/** A form as somebody begins it. */
export interface NewOpenForm {
  /** 22 random signs that the page gave the browser; the same again begins nothing more. */
  readonly key: string;
  /** '' = not in the list. */
  readonly odsCode: string;
  /** The answer to the hospital question. */
  readonly hospital: string;
  /** Where the way back goes; '' = nowhere. */
  readonly email: string;
}

/** Begins forms for people who have no link of their own. */
@Injectable()
export class OpenFormService {
  constructor(
    @InjectRepository(OpenLink) private readonly links: Repository<OpenLink>,
    private readonly rounds: RoundService,
    private readonly further: FurtherLinkService,
    private readonly counts: HourlyCounts,
    private readonly unitOfWork: UnitOfWork,
    private readonly clock: Clock,
  ) {}

  /** The list's link; undefined when it is unknown or switched off, or its round takes no answers. */
  async find(roundId: string, name: string): Promise<UsableOpenLink | undefined> {
    if (!isRoundId(roundId) || !/^[a-z0-9-]{1,40}$/.test(name)) return undefined;
    const link = await this.links.findOneBy({ roundId, name, state: 'on' });
    const round = link === null ? null : await this.rounds.find(roundId);
    return link === null || round === null || !this.rounds.takesAnswers(round) ? undefined : { link, round };
  }

  /**
   * Begins a form whose hospital is answered already, and queues the way back. Its token is made from the key, which only
   * this browser has: pressing twice leads to one form, and the token need not be kept to find it again.
   */
  async begin(
    { link, round }: UsableOpenLink,
    form: NewOpenForm,
    address: string,
  ): Promise<Result<{ readonly token: string }, Problem>> {
    if (!/^[\w-]{22}$/.test(form.key)) return refuse(BAD_KEY);
    const token = tokenOf(link.id, form);
    const tokenHash = sha256(token);
    if ((await this.invitations.findOneBy({ tokenHash })) !== null) return accept({ token });
    if (!(await this.counts.take(OPEN_LINK_LIMIT, address))) return refuse(TOO_MANY);
    try {
      await this.unitOfWork.run({ id: 'public' }, async (unit) => {
        const { manager } = unit;
        const now = this.clock.now();
        const invitation = {
          id: newId(),
          roundId: round.id,
          odsCode: form.odsCode,
          tokenHash,
          state: 'sent' as const,
          mode: 'open_link' as const,
          createdAt: now,
          expiresAt: lastDayOf(round, now),
        };
        await insertRows(manager, Invitation, [invitation]);
        await insertRows(manager, OpenLinkForm, [{ invitationId: invitation.id, openLinkId: link.id }]);
        const { id } = await startResponse(unit, { invitation: invitation as Invitation, round }, now);
        const draft = { hospital: { given: form.hospital } };
        const saved = { draft, draftRevision: 1, ...hospitalColumns(draft) };
        await updateRows(manager, Response, { id }, saved);
        if (form.email !== '') await this.further.sendWayBack(unit, round, invitation.id, form.email);
        await unit.audit('open-link.form-begun', 'invitation', invitation.id, { list: link.id });
        unit.touch(roundTopic(round.id), formChange(id));
      });
    } catch (error) {
      // The other press of a double click was faster.
      if (!isUniqueViolation(error)) throw error;
    }
    return accept({ token });
  }

  private get invitations(): Repository<Invitation> {
    return this.links.manager.getRepository(Invitation);
  }
}

/** 128 bits, as `newToken` makes them. */
const tokenOf = (linkId: string, { key, hospital }: NewOpenForm): string =>
  createHash('sha256')
    .update(`open-link\u0000${linkId}\u0000${key}\u0000${hospital}`)
    .digest()
    .subarray(0, 16)
    .toString('base64url');

const BAD_KEY: Problem = {
  code: 'BAD_IDEMPOTENCY_KEY',
  field: '',
  message: 'The form was sent incomplete, so nothing was begun.',
  mend: 'Open the page again and begin from there.',
};

/** The same words whether one address or all together are over the limit. */
export const TOO_MANY: Problem = {
  code: 'TOO_MANY',
  field: '',
  message: 'Too many forms have been begun from here within the last hour.',
  mend: 'Wait an hour and try again. Forms that have been begun can be continued with their own links.',
};
