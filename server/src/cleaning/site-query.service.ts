import { parseEmailAddress } from '@liaison-atlas/shared/access/email-address';
import { SITE_ANSWERS, type SiteAnswer } from '@liaison-atlas/shared/cleaning/site-query';
import { applyDecisions } from '@liaison-atlas/shared/cleaning/apply-decisions';
import { indexCleaned, stateMark } from '@liaison-atlas/shared/cleaning/cleaning-index';
import { makeDecisions } from '@liaison-atlas/shared/cleaning/make-decision';
import { proposal } from '@liaison-atlas/shared/cleaning/proposal';
import type { Perspective } from '@liaison-atlas/shared/fieldwork/response';
import { cleanText } from '@liaison-atlas/shared/kernel/clean-text';
import type { Problem } from '@liaison-atlas/shared/kernel/problem';
import { accept, refuse, type Result } from '@liaison-atlas/shared/kernel/result';
import { Injectable } from '@nestjs/common';
import { InjectRepository } from '@nestjs/typeorm';
import type { Repository } from 'typeorm';

import type { Actor } from '../access/actor.js';
import { OutboxService } from '../outbox/outbox.service.js';
import { LINK_MARK } from '../outbox/outbox-message.entity.js';
import { requireAccess } from '../access/require-access.js';
import { updateRows } from '../database/row-statements.js';
import { UnitOfWork } from '../database/unit-of-work.js';
import { queryChange } from '../fieldwork/round-change.js';
import { RoundService, roundTopic } from '../fieldwork/round.service.js';
import { Clock } from '../platform/clock.js';
import { DomainError } from '../platform/domain-error.js';
import { isId, newId } from '../platform/ids.js';
import { DatasetService } from './dataset.service.js';
import { STALE, storeDecisions } from './decide.service.js';
import { lockCleaning, settingsOf } from './decision-rows.js';
import { eraseAddresses, mailsWithAddress } from '../outbox/erase-addresses.js';
import { type QueryWay, SiteQuery } from './site-query.entity.js';

/** A question as somebody wants to ask it. */
export interface AskedQuestion {
  readonly odsCode: string;
  readonly perspective: Perspective | '';
  readonly variable: string;
  /** One of the forms that disagree, and its mark as it was shown. */
  readonly seenId: string;
  readonly mark: string;
  readonly way: QueryWay;
  /** Whom to write to; '' where somebody rings. */
  readonly recipient: string;
  readonly question: string;
}

/** Kind of mail in the outbox. */
export const QUERY_MAIL = 'site_query';
const MAX_QUESTION = 1000;

/** Asks sites on what their forms disagree, and takes down what they answer. The answer decides nothing: a person does. */
@Injectable()
export class SiteQueryService {
  constructor(
    private readonly rounds: RoundService,
    private readonly datasets: DatasetService,
    private readonly outbox: OutboxService,
    private readonly unitOfWork: UnitOfWork,
    private readonly clock: Clock,
    @InjectRepository(SiteQuery) private readonly queries: Repository<SiteQuery>,
  ) {}

  /** Questions of a round, the latest first. @throws DomainError FORBIDDEN, NOT_FOUND */
  async list(actor: Pick<Actor, 'grants'>, roundId: string): Promise<SiteQuery[]> {
    requireAccess(actor, 'CleanRound', { round: roundId });
    const { id } = await this.rounds.get(roundId);
    return this.queries.find({ where: { roundId: id }, order: { askedAt: 'DESC', id: 'ASC' } });
  }

  /** Asks a site; there is no question without its mail. @throws DomainError FORBIDDEN, NOT_FOUND */
  async ask(
    actor: Pick<Actor, 'id' | 'grants'>,
    roundId: string,
    asked: AskedQuestion,
  ): Promise<Result<SiteQuery, Problem>> {
    requireAccess(actor, 'CleanRound', { round: roundId });
    const round = await this.rounds.get(roundId);
    const question = cleanText(asked.question.trim(), 'question', MAX_QUESTION);
    if (!question.ok) return question;
    if (question.value === '') return refuse(NO_QUESTION);
    const recipient = asked.way === 'mail' ? parseEmailAddress(asked.recipient, 'recipient') : accept('');
    if (!recipient.ok) return recipient;
    const { odsCode, perspective, variable, seenId, mark, way } = asked;
    const proposed = proposal({ kind: 'query', odsCode, perspective, variable });
    return this.unitOfWork.run(actor, async (unit): Promise<Result<SiteQuery, Problem>> => {
      const { manager } = unit;
      const row = await lockCleaning(manager, roundId);
      const settings = settingsOf(row);
      const options = this.datasets.optionsOf(round, settings);
      const near = await this.datasets.near(manager, round, [{ ...proposed, seenId }]);
      const before = applyDecisions(near.forms, near.decisions, options);
      if (mark !== stateMark(before, indexCleaned(before), seenId)) return refuse(STALE);
      const at = this.clock.now();
      const outcome = makeDecisions(
        near.forms,
        near.decisions,
        [proposed],
        options,
        { settings, queries: near.queries, frozen: row.frozenAs > 0 },
        { by: actor.id, at, newId, lastNumber: row.decisions },
        before,
      );
      if (!outcome.ok || perspective === '') return outcome.ok ? refuse(NO_QUESTION) : outcome;
      await storeDecisions(unit, roundId, outcome.value.made);
      const own = { roundId, odsCode, perspective, variable, way, question: question.value };
      const query = {
        ...own,
        id: newId(),
        state: 'waiting' as const,
        answer: '' as const,
        tokenHash: null,
        askedAt: at,
        askedBy: actor.id,
        answeredAt: null,
        answeredBy: '',
      };
      await manager.insert(SiteQuery, query);
      unit.touch(roundTopic(roundId), queryChange(query.id));
      if (way === 'mail')
        await this.outbox.enqueue(unit, {
          kind: QUERY_MAIL,
          template: 'site-query-1',
          subjectId: query.id,
          roundId,
          dedupeKey: `site-query:${query.id}`,
          recipient: recipient.value,
          subject: `A question about your hospital's answers: ${round.title}`.slice(0, 200),
          body: mailText(question.value),
        });
      await unit.audit('cleaning.site-asked', 'site_query', query.id, { round: roundId, variable, way });
      return accept(query as SiteQuery);
    });
  }

  /** Writes down what somebody at the site said when they were rung. @throws DomainError FORBIDDEN, NOT_FOUND */
  async record(
    actor: Pick<Actor, 'id' | 'grants'>,
    roundId: string,
    id: string,
    answer: string,
  ): Promise<Result<SiteQuery, Problem>> {
    requireAccess(actor, 'CleanRound', { round: roundId });
    const known = SITE_ANSWERS.find((each) => each === answer);
    if (known === undefined) return refuse(NO_ANSWER);
    return this.change(actor, roundId, id, 'waiting', {
      state: 'answered',
      answer: known,
      answeredAt: this.clock.now(),
      answeredBy: actor.id,
      tokenHash: null,
    });
  }

  /** Drops a question that is no longer wanted; a link in a mail leads nowhere then. @throws DomainError as `record` */
  async close(
    actor: Pick<Actor, 'id' | 'grants'>,
    roundId: string,
    id: string,
  ): Promise<Result<SiteQuery, Problem>> {
    requireAccess(actor, 'CleanRound', { round: roundId });
    return this.change(actor, roundId, id, 'waiting', { state: 'closed', tokenHash: null });
  }

  private async change(
    actor: Pick<Actor, 'id'>,
    roundId: string,
    id: string,
    state: SiteQuery['state'],
    change: Partial<Pick<SiteQuery, 'state' | 'answer' | 'answeredAt' | 'answeredBy' | 'tokenHash'>>,
  ): Promise<Result<SiteQuery, Problem>> {
    if (!isId(id)) throw notFound();
    return this.unitOfWork.run(actor, async (unit): Promise<Result<SiteQuery, Problem>> => {
      const found = await unit.manager.findOneBy(SiteQuery, { id, roundId });
      if (found === null) throw notFound();
      // The change itself tests the state: of an answer by the page and one by telephone the first holds.
      if ((await updateRows(unit.manager, SiteQuery, { id, roundId, state }, change)) === 0)
        return refuse(NOT_WAITING);
      await eraseAddresses(unit.manager, await mailsWithAddress(unit.manager, QUERY_MAIL, [id]));
      await unit.audit(`cleaning.site-${change.state}`, 'site_query', id, { round: roundId });
      unit.touch(roundTopic(roundId), queryChange(id));
      return accept(Object.assign(new SiteQuery(), found, change));
    });
  }
}

export type { SiteAnswer };

const mailText = (question: string): string => `Dear colleague,

the forms that we received from your hospital say different things on one question. Only you can tell us what is right.

${question}

Please answer on this page; it needs no account and takes less than a minute:

${LINK_MARK}

The link is for your hospital alone. We keep your answer, and not your e-mail address.
`;

const notFound = (): DomainError =>
  new DomainError('NOT_FOUND', 'There is no such question.', 'id', 'Load the questions again.');
const NO_QUESTION: Problem = {
  code: 'EMPTY_QUESTION',
  field: 'question',
  message: 'The question has no words.',
  mend: 'Write what the site is asked.',
};
const NO_ANSWER: Problem = {
  code: 'NO_SUCH_VALUE',
  field: 'answer',
  message: 'A site answers yes, no, or that it does not know.',
  mend: 'Choose one of the three.',
};
const NOT_WAITING: Problem = {
  code: 'NOT_WAITING',
  field: 'id',
  message: 'The question has been answered or closed meanwhile.',
  mend: 'Load the questions again.',
};
