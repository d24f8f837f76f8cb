import { SITE_ANSWERS } from '@liaison-atlas/shared/cleaning/site-query';
import { Inject, Injectable } from '@nestjs/common';
import { InjectRepository } from '@nestjs/typeorm';
import type { Repository } from 'typeorm';

import type { Prepared } from '../outbox/mail-kind.js';
import { OutboxService } from '../outbox/outbox.service.js';
import { shortLivedAddress } from '../outbox/short-lived-addresses.service.js';
import { updateRows } from '../database/row-statements.js';
import { UnitOfWork } from '../database/unit-of-work.js';
import type { Unit } from '../database/unit.js';
import type { Round } from '../fieldwork/round.entity.js';
import { queryChange } from '../fieldwork/round-change.js';
import { RoundService, roundTopic } from '../fieldwork/round.service.js';
import { Clock } from '../platform/clock.js';
import { type Config, CONFIG } from '../platform/config.js';
import { newToken, sha256 } from '../platform/ids.js';
import { SiteQuery } from './site-query.entity.js';
import { eraseAddresses, mailsWithAddress } from '../outbox/erase-addresses.js';
import { QUERY_MAIL } from './site-query.service.js';

/** A question as whoever holds its link sees it. */
export interface OpenQuestion {
  readonly query: SiteQuery;
  readonly round: Round;
}

/**
 * The other end of a question to a site: the link in its mail, and the answer that comes back. Unknown, used and closed
 * links look the same. The address goes out of the outbox as soon as it is certain what became of the mail.
 */
@Injectable()
export class SiteAnswerService {
  constructor(
    outbox: OutboxService,
    private readonly rounds: RoundService,
    private readonly unitOfWork: UnitOfWork,
    private readonly clock: Clock,
    @Inject(CONFIG) private readonly config: Config,
    @InjectRepository(SiteQuery) private readonly queries: Repository<SiteQuery>,
  ) {
    outbox.register(shortLivedAddress(QUERY_MAIL, (unit, { subjectId }) => this.makeLink(unit, subjectId)));
  }

  /** The question that a link stands for; null for a link that cannot be used. */
  async find(token: string): Promise<OpenQuestion | null> {
    if (!/^[\w-]{16,64}$/.test(token)) return null;
    const query = await this.queries.findOneBy({ tokenHash: sha256(token), state: 'waiting' });
    return query === null ? null : { query, round: await this.rounds.get(query.roundId) };
  }

  /** Takes down the answer and ends the link. It resolves nothing: a person does, with the answer before them. */
  async answer(token: string, said: string): Promise<'answered' | 'unanswered' | 'unusable'> {
    const found = await this.find(token);
    if (found === null) return 'unusable';
    const answer = SITE_ANSWERS.find((known) => known === said);
    if (answer === undefined) return 'unanswered';
    const { id, roundId } = found.query;
    return this.unitOfWork.run({ id: `site-query:${id}` }, async (unit) => {
      const change = {
        state: 'answered',
        answer,
        answeredAt: this.clock.now(),
        answeredBy: 'site',
        tokenHash: null,
      };
      const which = { id, state: 'waiting', tokenHash: sha256(token) };
      if ((await updateRows(unit.manager, SiteQuery, which, change)) === 0) return 'unusable';
      await eraseAddresses(unit.manager, await mailsWithAddress(unit.manager, QUERY_MAIL, [id]));
      await unit.audit('cleaning.site-answered', 'site_query', id, { round: roundId });
      unit.touch(roundTopic(roundId), queryChange(id));
      return 'answered';
    });
  }

  /** Makes the token when the mail is sent, so that it lies nowhere before. */
  private async makeLink({ manager }: Unit, id: string): Promise<Prepared> {
    const token = newToken();
    const changed = await updateRows(
      manager,
      SiteQuery,
      { id, state: 'waiting' },
      { tokenHash: sha256(token) },
    );
    if (changed === 0) return { send: false, reason: 'The question had been answered or closed by then.' };
    return { send: true, link: `${this.config.publicUrl}/query/${token}` };
  }
}
