import { cleanText } from '@liaison-atlas/shared/kernel/clean-text';
import type { NamingRefusal } from '@liaison-atlas/shared/cleaning/with-refusals';
import { isRunning, refusalsOf } from '@liaison-atlas/shared/publication/right-of-reply';
import type { ShownUnderName } from '@liaison-atlas/shared/publication/shown-under-name';
import { Inject, Injectable } from '@nestjs/common';
import { InjectDataSource } from '@nestjs/typeorm';
import type { DataSource } from 'typeorm';

import { MAX_OBJECTION, SiteObjectionService } from '../../cleaning/site-objection.service.js';
import { holdRows } from '../../database/hold-rows.js';
import { updateRows } from '../../database/row-statements.js';
import { UnitOfWork } from '../../database/unit-of-work.js';
import type { Unit } from '../../database/unit.js';
import type { Round } from '../../fieldwork/round.entity.js';
import { wantsNoMail } from '../../fieldwork/contacts/wants-no-mail.js';
import { NAMING } from '../../fieldwork/round-change.js';
import { RoundService, roundTopic } from '../../fieldwork/round.service.js';
import type { Prepared } from '../../outbox/mail-kind.js';
import type { OutboxMessage } from '../../outbox/outbox-message.entity.js';
import { OutboxService } from '../../outbox/outbox.service.js';
import { shortLivedAddress } from '../../outbox/short-lived-addresses.service.js';
import { Clock } from '../../platform/clock.js';
import { type Config, CONFIG } from '../../platform/config.js';
import { newToken, sha256 } from '../../platform/ids.js';
import { REPLY_MAIL } from './reply-mail.js';
import { addReplyEvents, type NewReplyEvent, shownHash, toReplyEvent } from './reply-rows.js';
import { ReplyEventRow } from './reply-event.entity.js';
import { ReplyLink } from './reply-link.entity.js';
import { ReplyPeriodRow } from './reply-period.entity.js';
import { ShownRowsService } from './shown-rows.service.js';

/** A reply as whoever holds the link sees it. */
export interface OpenReply {
  readonly round: Round;
  readonly period: ReplyPeriodRow;
  readonly linkId: string;
  readonly odsCode: string;
  readonly shown: ShownUnderName;
  readonly freezeNumber: number;
  /** What was said last by this link on what is shown now; '' = nothing. */
  readonly said: 'right' | 'wrong' | '';
  /** What this link refuses. */
  readonly refusal: NamingRefusal;
  /** How often anything happened by this link, and SHA-256 of what it showed then; '' = nothing did. */
  readonly events: number;
  readonly lastShown: string;
}

/** What can be pressed on the page. */
export type ReplyPress =
  | { readonly kind: 'right' }
  | { readonly kind: 'wrong'; readonly words: string }
  | { readonly kind: 'naming'; readonly score?: boolean; readonly quotations?: boolean };

/** Events of one link: more than anybody needs, and too few to fill the table with. */
const MOST_EVENTS = 60;

/**
 * The other end of a right of reply: the link in the mail, what it shows, and what comes back. Unknown links and those
 * whose time is over look the same. The address leaves the outbox as soon as it is certain what became of the mail.
 */
@Injectable()
export class ReplyPageService {
  constructor(
    outbox: OutboxService,
    private readonly rounds: RoundService,
    private readonly shownRows: ShownRowsService,
    private readonly objections: SiteObjectionService,
    private readonly unitOfWork: UnitOfWork,
    private readonly clock: Clock,
    @Inject(CONFIG) private readonly config: Config,
    @InjectDataSource() private readonly reader: DataSource,
  ) {
    outbox.register(shortLivedAddress(REPLY_MAIL, (unit, message) => this.makeLink(unit, message)));
  }

  /** What a link shows; null for a link that cannot be used. What is shown for the first time is written down. */
  async open(token: string): Promise<OpenReply | null> {
    const reply = await this.find(token);
    if (reply === null || reply.lastShown === shownHash(reply.shown) || reply.events >= MOST_EVENTS)
      return reply;
    await this.unitOfWork.run(actorOf(reply), (unit) => this.note(unit, reply, { kind: 'opened' }));
    return reply;
  }

  /** Takes down what was pressed; the same twice is once. */
  async press(
    token: string,
    pressed: ReplyPress,
  ): Promise<'taken' | 'empty' | 'too_long' | 'too_many' | 'unusable'> {
    const reply = await this.find(token);
    if (reply === null) return 'unusable';
    if (pressed.kind === 'right' && reply.said === 'right') return 'taken';
    const event = this.eventOf(reply, pressed);
    if (typeof event === 'string') return event;
    return this.unitOfWork.run(actorOf(reply), async (unit) => {
      // The row was read before the unit: a release may have ended the time to reply. From here on one comes at a time.
      const which = { where: { id: reply.period.id }, ...holdRows(unit.manager) };
      const period = await unit.manager.findOneOrFail(ReplyPeriodRow, which);
      if (!isRunning(period, this.clock.now())) return 'unusable';
      if ((await unit.manager.countBy(ReplyEventRow, { linkId: reply.linkId })) >= MOST_EVENTS)
        return 'too_many';
      if (event.kind === 'wrong') {
        const { round, odsCode } = reply;
        const objection = { roundId: round.id, odsCode, words: event.words, at: this.clock.now() };
        if (!(await this.objections.raise(unit, objection))) return 'taken';
      }
      await this.note(unit, reply, event);
      return 'taken';
    });
  }

  private eventOf(
    { refusal }: OpenReply,
    pressed: ReplyPress,
  ):
    | 'empty'
    | 'too_long'
    | { kind: 'right' }
    | { kind: 'wrong'; words: string }
    | ({ kind: 'naming' } & Pick<NewReplyEvent, 'refusesScore' | 'refusesQuotations'>) {
    switch (pressed.kind) {
      case 'right':
        return pressed;
      case 'wrong': {
        const words = cleanText(pressed.words.trim(), 'words', MAX_OBJECTION);
        if (!words.ok) return 'too_long';
        return words.value === '' ? 'empty' : { kind: 'wrong', words: words.value };
      }
      case 'naming': {
        const { score = refusal.score, quotations = refusal.quotations } = pressed;
        return { kind: 'naming', refusesScore: score, refusesQuotations: quotations };
      }
    }
  }

  private async note(
    unit: Unit,
    { period, linkId, odsCode, shown, freezeNumber, round }: OpenReply,
    event: Pick<NewReplyEvent, 'kind' | 'refusesScore' | 'refusesQuotations'>,
  ): Promise<void> {
    const { kind, refusesScore, refusesQuotations } = event;
    await addReplyEvents(unit, period, this.clock.now(), [
      { kind, linkId, odsCode, shown, freezeNumber, refusesScore, refusesQuotations },
    ]);
    await unit.audit(`reply.${kind}`, 'reply_link', linkId, { round: round.id, hospital: odsCode });
    // That somebody has looked, or finds it right, changes nothing that is made from the round.
    if (kind === 'naming') unit.touch(roundTopic(round.id), NAMING);
  }

  private async find(token: string): Promise<OpenReply | null> {
    if (!/^[\w-]{16,64}$/.test(token)) return null;
    const link = await this.reader.getRepository(ReplyLink).findOneBy({ tokenHash: sha256(token) });
    if (link === null) return null;
    const { periodId, odsCode, id: linkId } = link;
    const period = await this.reader.getRepository(ReplyPeriodRow).findOneByOrFail({ id: periodId });
    if (!isRunning(period, this.clock.now())) return null;
    const round = await this.rounds.get(period.roundId);
    const rows = await this.shownRows.of(round);
    const shown = rows?.rows.get(odsCode);
    if (rows === null || shown === undefined) return null;
    const events = (
      await this.reader.getRepository(ReplyEventRow).find({ where: { linkId }, order: { number: 'ASC' } })
    ).map(toReplyEvent);
    const last = events.findLast(({ kind }) => kind === 'right' || kind === 'wrong');
    // What was said of another row is not said of this one; what was objected to stays said.
    const holds = last?.kind === 'wrong' || last?.shownSha256 === shownHash(shown);
    return {
      round,
      period,
      linkId,
      odsCode,
      shown,
      freezeNumber: rows.freezeNumber,
      said: last !== undefined && holds ? (last.kind === 'right' ? 'right' : 'wrong') : '',
      refusal: refusalsOf(events).get(odsCode) ?? { score: false, quotations: false },
      events: events.length,
      lastShown: events.at(-1)?.shownSha256 ?? '',
    };
  }

  /** Makes the token when the mail is sent, so that it lies nowhere before. */
  private async makeLink({ manager }: Unit, { subjectId: id, recipient }: OutboxMessage): Promise<Prepared> {
    const link = await manager.findOneBy(ReplyLink, { id });
    const period = link === null ? null : await manager.findOneBy(ReplyPeriodRow, { id: link.periodId });
    if (period === null || !isRunning(period, this.clock.now()))
      return { send: false, reason: 'The time to reply was over by then.' };
    // Asked again: mail can wait, and somebody may have said meanwhile that they want no more.
    const reason = await wantsNoMail(manager, recipient);
    if (reason !== '') return { send: false, reason };
    const token = newToken();
    await updateRows(manager, ReplyLink, { id }, { tokenHash: sha256(token) });
    return { send: true, link: `${this.config.publicUrl}/reply/${token}` };
  }
}

const actorOf = ({ linkId }: OpenReply): { readonly id: string } => ({ id: `reply:${linkId}` });
