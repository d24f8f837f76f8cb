import { firstTemplates } from '@liaison-atlas/shared/fieldwork/mailing/first-templates';
import { checkTemplate, type MailTemplate } from '@liaison-atlas/shared/fieldwork/mailing/mail-template';
import type { MailingKind } from '@liaison-atlas/shared/fieldwork/mailing/mailing-kind';
import { completeSettings, inSurveyOrder } from '@liaison-atlas/shared/fieldwork/round-settings';
import { estimatedMinutes } from '@liaison-atlas/shared/instrument/estimated-minutes';
import type { Problem } from '@liaison-atlas/shared/kernel/problem';
import { accept, refuse, type Result } from '@liaison-atlas/shared/kernel/result';
import { Injectable } from '@nestjs/common';
import { InjectDataSource } from '@nestjs/typeorm';
import type { DataSource, EntityManager } from 'typeorm';

import type { Actor } from '../../access/actor.js';
import { requireAccess } from '../../access/require-access.js';
import { isUniqueViolation } from '../../database/is-unique-violation.js';
import { insertRows } from '../../database/row-statements.js';
import { UnitOfWork } from '../../database/unit-of-work.js';
import { FrameService } from '../../frame/frame.service.js';
import { InstrumentService } from '../../instrument/instrument.service.js';
import { OutboxService } from '../../outbox/outbox.service.js';
import { Clock } from '../../platform/clock.js';
import { newId, newToken, sha256 } from '../../platform/ids.js';
import { chunksOf } from '../contacts/contact-rows.js';
import { Invitation } from '../invitation.entity.js';
import type { Round } from '../round.entity.js';
import { RoundService } from '../round.service.js';
import { loadAudience, type LoadedAudience, type MailingDraft } from './load-audience.js';
import { type MailingProgress, progressOf } from './mailing-progress.js';
import { Mailing } from './mailing.entity.js';
import { toMail } from './to-mails.js';

type Lead = Pick<Actor, 'id' | 'grants'>;

/** Who would get a mailing, with the first mail as an example; `example` is null when nobody would. */
export interface MailingPreview {
  readonly round: Round;
  readonly audience: LoadedAudience;
  readonly example: { readonly to: string; readonly subject: string; readonly body: string } | null;
}

/** A mailing to send: what was previewed, and when. */
export interface MailingOrder extends MailingDraft {
  /** The hash that the preview gave. */
  readonly audienceHash: string;
  /** Not before this moment (ISO 8601 UTC); '' = now. */
  readonly sendAt: string;
}

/** How long a link can be opened after the round: the receipt stays readable. In days. */
const READABLE_DAYS = 366;
/** Where a round has no last day. */
const WITHOUT_DATES_DAYS = 2 * 366;

/** Invitations and reminders: previewed, then sent to exactly those who were previewed. */
@Injectable()
export class MailingService {
  constructor(
    @InjectDataSource() private readonly reader: DataSource,
    private readonly rounds: RoundService,
    private readonly frame: FrameService,
    private readonly instruments: InstrumentService,
    private readonly outbox: OutboxService,
    private readonly unitOfWork: UnitOfWork,
    private readonly clock: Clock,
  ) {}

  /** Every mailing of a round, the newest first. @throws DomainError FORBIDDEN, NOT_FOUND */
  async list(actor: Lead, roundId: string): Promise<MailingProgress[]> {
    await this.round(actor, roundId);
    const { manager } = this.reader;
    const mailings = await manager.find(Mailing, {
      where: { roundId },
      order: { createdAt: 'DESC', id: 'ASC' },
    });
    return progressOf(manager, mailings, this.clock.now());
  }

  /** Texts to begin with, on the questionnaire of the round and whom it asks. @throws DomainError as `list` */
  async firstTexts(actor: Lead, roundId: string): Promise<Readonly<Record<MailingKind, MailTemplate>>> {
    const round = await this.round(actor, roundId);
    const instrument = await this.instruments.contentOf(round);
    const { perspectives } = completeSettings(round.settings);
    return firstTemplates({
      title: instrument.title.en,
      minutes: estimatedMinutes(instrument),
      perspectives: inSurveyOrder(perspectives),
    });
  }

  /** Who would get it now, who not and why; writes nothing. @throws DomainError FORBIDDEN, NOT_FOUND */
  async preview(actor: Lead, roundId: string, draft: MailingDraft): Promise<Result<MailingPreview, Problem>> {
    const round = await this.round(actor, roundId);
    const checked = this.check(round, draft, '');
    if (!checked.ok) return checked;
    const audience = await this.audience(this.reader.manager, round, checked.value);
    const [first] = audience.recipients;
    const person = audience.contacts.get(first?.contactId ?? '');
    if (first === undefined || person === undefined) return accept({ round, audience, example: null });
    const mail = toMail(checked.value, round, person, this.hospitalName(first.odsCode));
    return accept({ round, audience, example: { to: person.email, ...mail } });
  }

  /**
   * Queues every mail of a mailing in one unit: all of them or none. Refused (`AUDIENCE_CHANGED`) when anybody else than
   * those of the preview would get it. @throws DomainError FORBIDDEN, NOT_FOUND
   */
  async send(actor: Lead, roundId: string, order: MailingOrder): Promise<Result<MailingProgress, Problem>> {
    const round = await this.round(actor, roundId);
    const checked = this.check(round, order, order.sendAt);
    if (!checked.ok) return checked;
    try {
      return await this.queue(actor, round, checked.value, order);
    } catch (error) {
      // On PostgreSQL two leads can press at the same time: one number, one invitation, one mailing.
      if (isUniqueViolation(error)) return refuse(AUDIENCE_CHANGED);
      throw error;
    }
  }

  private queue(
    actor: Lead,
    round: Round,
    draft: MailingDraft,
    order: MailingOrder,
  ): Promise<Result<MailingProgress, Problem>> {
    const roundId = round.id;
    return this.unitOfWork.run(actor, async (unit): Promise<Result<MailingProgress, Problem>> => {
      const { manager } = unit;
      const audience = await this.audience(manager, round, draft);
      if (audience.hash !== order.audienceHash) return refuse(AUDIENCE_CHANGED);
      if (audience.recipients.length === 0) return refuse(NOBODY);
      const now = this.clock.now();
      const mailing: Omit<Mailing, 'round'> = {
        id: newId(),
        roundId,
        kind: draft.kind,
        number: 1 + (await lastNumber(manager, roundId, draft.kind)),
        listIds: draft.listIds,
        subject: draft.subject,
        body: draft.body,
        state: 'going',
        sendAt: order.sendAt === '' ? now : order.sendAt,
        audienceHash: audience.hash,
        recipients: audience.recipients.length,
        createdAt: now,
        createdBy: actor.id,
      };
      await insertRows(manager, Mailing, [mailing]);
      const invitations = await this.invite(manager, round, mailing, audience);
      await this.outbox.enqueue(
        unit,
        ...audience.recipients.flatMap(({ contactId, odsCode, invitationId }, at) => {
          const person = audience.contacts.get(contactId);
          const subjectId = invitationId === '' ? (invitations[at] ?? '') : invitationId;
          if (person === undefined || subjectId === '') return [];
          return [
            {
              kind: draft.kind,
              template: `${draft.kind}-${mailing.number}`,
              subjectId,
              roundId,
              groupId: mailing.id,
              dedupeKey: `mailing:${mailing.id}:${subjectId}`,
              recipient: person.email,
              sendAt: mailing.sendAt,
              ...toMail(draft, round, person, this.hospitalName(odsCode)),
            },
          ];
        }),
      );
      const { kind, number, recipients } = mailing;
      await unit.audit('mailing.queued', 'mailing', mailing.id, { kind, number, recipients });
      const [progress] = await progressOf(manager, [mailing as Mailing], now);
      return progress === undefined ? refuse(NOBODY) : accept(progress);
    });
  }

  /** @throws DomainError FORBIDDEN, NOT_FOUND */
  private async round(actor: Lead, roundId: string): Promise<Round> {
    requireAccess(actor, 'ManageContacts', { round: roundId });
    return this.rounds.get(roundId);
  }

  private check(round: Round, draft: MailingDraft, sendAt: string): Result<MailingDraft, Problem> {
    const template = checkTemplate(draft.kind, draft);
    const problems: Problem[] = template.ok ? [] : [...template.problems];
    if (sendAt !== '' && !/^\d{4}-\d\d-\d\dT\d\d:\d\d:\d\d\.\d{3}Z$/.test(sendAt)) problems.push(NO_MOMENT);
    const at = sendAt === '' ? this.clock.now() : sendAt;
    if (round.state !== 'open' && round.state !== 'pilot') problems.push(notOpen('is not open'));
    else if (round.opensAt !== null && at < round.opensAt) problems.push(notOpen('has not begun by then'));
    else if (round.closesAt !== null && at >= round.closesAt) problems.push(notOpen('has closed by then'));
    if (!template.ok || problems.length > 0) return refuse(...problems);
    return accept({ kind: draft.kind, listIds: [...draft.listIds], ...template.value });
  }

  private audience(manager: EntityManager, round: Round, draft: MailingDraft): Promise<LoadedAudience> {
    const frame = new Set(this.frame.listHospitals(round.frameId).map(({ odsCode }) => odsCode));
    return loadAudience(manager, round, frame, draft);
  }

  /** Makes the invitations of those who have none yet; gives their ids, '' where there is one already. */
  private async invite(
    manager: EntityManager,
    round: Round,
    { id: mailingId, createdAt }: Pick<Mailing, 'id' | 'createdAt'>,
    { recipients }: LoadedAudience,
  ): Promise<readonly string[]> {
    const last = round.correctionsUntil ?? round.closesAt;
    const days = last === null ? WITHOUT_DATES_DAYS : READABLE_DAYS;
    const expiresAt = new Date(Date.parse(last ?? createdAt) + days * 86_400_000).toISOString();
    const ids = recipients.map(({ invitationId }) => (invitationId === '' ? newId() : ''));
    const rows = recipients.flatMap(({ contactId, odsCode }, at) => {
      const id = ids[at] ?? '';
      // Nobody ever has the token of this hash: those that go out are made when they are sent.
      const tokenHash = sha256(newToken());
      const base = { id, roundId: round.id, odsCode, tokenHash, state: 'queued', createdAt, expiresAt };
      return id === '' ? [] : [{ ...base, contactId, mailingId }];
    });
    for (const chunk of chunksOf(rows, 200)) await insertRows(manager, Invitation, chunk);
    return ids;
  }

  private hospitalName(odsCode: string): string {
    return this.frame.findHospital(odsCode)?.name ?? odsCode;
  }
}

/** The highest number of a kind in a round; 0 = none yet. */
async function lastNumber(manager: EntityManager, roundId: string, kind: Mailing['kind']): Promise<number> {
  return (await manager.maximum(Mailing, 'number', { roundId, kind })) ?? 0;
}

const AUDIENCE_CHANGED: Problem = {
  code: 'AUDIENCE_CHANGED',
  field: 'audienceHash',
  message:
    'Nothing was sent: since the preview somebody has answered, opted out, or the contacts have changed.',
  mend: 'Look at the preview again, and send that.',
};
const NOBODY: Problem = {
  code: 'NOBODY',
  field: 'listIds',
  message: 'Nobody would get this mail.',
  mend: 'The preview says why each is left out.',
};
const NO_MOMENT: Problem = {
  code: 'WRONG_DATE',
  field: 'sendAt',
  message: 'The time of sending cannot be read.',
  mend: 'Choose a day and a time.',
};
const notOpen = (why: string): Problem => ({
  code: 'ROUND_NOT_OPEN',
  field: 'sendAt',
  message: `The links would lead nowhere: the round ${why}.`,
  mend: 'Open the round, or choose a time between its first and its last day.',
});
