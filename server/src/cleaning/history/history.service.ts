import { displayName } from '@liaison-atlas/shared/fieldwork/display-name';
import { can, type Grant } from '@liaison-atlas/shared/access/can';
import type { Permission } from '@liaison-atlas/shared/access/permissions';
import type { Place } from '@liaison-atlas/shared/access/scope';
import { referenceNumber } from '@liaison-atlas/shared/fieldwork/reference-number';
import { Injectable } from '@nestjs/common';
import { InjectDataSource } from '@nestjs/typeorm';
import { type DataSource, In } from 'typeorm';

import type { Actor } from '../../access/actor.js';
import { PersonContact } from '../../access/people/person-contact.entity.js';
import { Person } from '../../access/people/person.entity.js';
import { requireAccess } from '../../access/require-access.js';

import { Response } from '../../fieldwork/response.entity.js';
import type { Round } from '../../fieldwork/round.entity.js';
import { RoundService } from '../../fieldwork/round.service.js';
import { FrameService } from '../../frame/frame.service.js';
import { SamplingFrame } from '../../frame/sampling-frame.entity.js';
import { AuditEvent } from '../../platform/audit/audit-event.entity.js';
import { AuditSubject } from '../../platform/audit/audit-subject.entity.js';
import { DomainError } from '../../platform/domain-error.js';
import type { HistoryAbout, HistoryFilter } from './history-about.js';
import { conditionOf, narrow } from './history-where.js';

/** Events on one page. */
const PAGE = 50;

type Reader = Pick<Actor, 'grants'>;

/** Whose history it is, in words. */
interface Named {
  readonly title: string;
  /** null = the thing lies in no round. */
  readonly round: Round | null;
}

/** One page of a history, the latest event first. */
export interface FoundHistory extends Named {
  readonly events: readonly AuditEvent[];
  readonly names: ReadonlyMap<string, string>;
  /** How many further subjects an event has, by its place. */
  readonly subjects: ReadonlyMap<number, number>;
  /** Where the next page begins; null = there is none. */
  readonly older: number | null;
}

/** Reads the audit trail of one thing, for those who lead the round it lies in, or administer people or frames. */
@Injectable()
export class HistoryService {
  constructor(
    @InjectDataSource() private readonly reader: DataSource,
    private readonly rounds: RoundService,
    private readonly frame: FrameService,
  ) {}

  /** @throws DomainError FORBIDDEN outside the actor's scope, NOT_FOUND, BAD_INPUT for days that are none */
  async read(actor: Reader, about: HistoryAbout, filter: HistoryFilter): Promise<FoundHistory> {
    checkFilter(filter);
    const named = await this.name(actor, about);
    const { sql, values } = conditionOf(about, can(actor, 'ReadHistory', {}));
    const query = this.reader.getRepository(AuditEvent).createQueryBuilder('e').where(sql, values);
    const found = await narrow(query, filter)
      .orderBy('e.seq', 'DESC')
      .limit(PAGE + 1)
      .getMany();
    const events = found.slice(0, PAGE);
    const older = found.length > PAGE ? (events.at(-1)?.seq ?? null) : null;
    return {
      ...named,
      events,
      older,
      names: await this.namesOf(events),
      subjects: await this.countOf(events),
    };
  }

  private async name(actor: Reader, { kind, id, roundId }: HistoryAbout): Promise<Named> {
    if (!/^[\w.:-]{1,64}$/.test(id)) throw notFound();
    switch (kind) {
      case 'form':
        return this.nameForm(actor, id);
      case 'hospital': {
        const round = await this.enterRound(actor, roundId);
        const hospital = this.frame.findHospital(id);
        if (hospital === undefined) throw notFound();
        return { title: displayName(round.kind, hospital.name), round };
      }
      case 'round': {
        const round = await this.enterRound(actor, id);
        return { title: round.title, round };
      }
      case 'person':
        return { title: await this.namePerson(actor, id), round: null };
      case 'frame': {
        requireBoth(actor, 'ManageFrame', {});
        const frame = await this.reader.getRepository(SamplingFrame).findOneBy({ id });
        if (frame === null) throw notFound();
        return { title: frame.title, round: null };
      }
    }
  }

  /** A lead of other rounds is told the same of a form that exists and of one that does not. */
  private async nameForm(actor: Reader, id: string): Promise<Named> {
    const form = await this.reader.getRepository(Response).findOneBy({ id });
    if (form === null) {
      requireAccess(actor, 'ReadHistory', {});
      throw notFound();
    }
    const round = await this.enterRound(actor, form.roundId);
    return { title: `Form ${referenceNumber(id)}`, round };
  }

  /** Whoever leads a round reads its history: both what happened and what has not been released of it. */
  private async enterRound(actor: Reader, id: string): Promise<Round> {
    requireBoth(actor, 'ReadLiveRound', { round: id });
    return this.rounds.get(id);
  }

  private async namePerson(actor: Reader, id: string): Promise<string> {
    requireBoth(actor, 'ManagePeople', {});
    if (/^demo-\w+$/.test(id)) return `Demo ${id.slice(5).replace('_', ' ')}`;
    const person = await this.reader.getRepository(Person).findOneBy({ id });
    if (person === null) throw notFound();
    const contact = await this.reader.getRepository(PersonContact).findOneBy({ personId: id });
    return contact?.name ?? 'Somebody whose name was erased';
  }

  private async namesOf(events: readonly AuditEvent[]): Promise<ReadonlyMap<string, string>> {
    const ids = [...new Set(events.map(({ actorId }) => actorId))];
    const contacts = await this.reader.getRepository(PersonContact).findBy({ personId: In(ids) });
    return new Map(contacts.map(({ personId, name }) => [personId, name]));
  }

  private async countOf(events: readonly AuditEvent[]): Promise<ReadonlyMap<number, number>> {
    const rows = await this.reader
      .getRepository(AuditSubject)
      .createQueryBuilder('s')
      .select('s.eventSeq', 'seq')
      .addSelect('COUNT(*)', 'count')
      .where({ eventSeq: In(events.map(({ seq }) => seq)) })
      .groupBy('s.eventSeq')
      .getRawMany<{ seq: number; count: number | string }>();
    return new Map(rows.map(({ seq, count }) => [seq, Number(count)]));
  }
}

/**
 * Histories are for those who may read the thing itself too, and by one and the same grant: an administrator who is also
 * an analyst of a round does not lead it.
 * @throws DomainError FORBIDDEN
 */
function requireBoth(actor: Reader, permission: Permission, where: Place): void {
  const isOne = ({ role, scope }: Grant): boolean => can({ grants: [{ role, scope }] }, 'ReadHistory', where);
  requireAccess({ grants: actor.grants.filter(isOne) }, permission, where);
}

function checkFilter({ group, from, to }: HistoryFilter): void {
  for (const [field, day] of Object.entries({ from, to }))
    if (day !== '' && !(/^\d{4}-\d\d-\d\d$/.test(day) && !Number.isNaN(Date.parse(day))))
      throw new DomainError('BAD_INPUT', 'This is not a day.', field, 'Enter it as 2027-03-31.');
  if (!/^[a-z-]{0,40}$/.test(group))
    throw new DomainError('BAD_INPUT', 'There are no such acts.', 'group', 'Choose one of the list.');
}

const notFound = (): DomainError =>
  new DomainError(
    'NOT_FOUND',
    'There is nothing of which this could be the history.',
    'id',
    'Check the address.',
  );
