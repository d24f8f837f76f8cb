import type { CommentUnit } from '@liaison-atlas/shared/coding/comment-units';
import {
  checkQuotedPart,
  type Mask,
  maskedText,
  quotationState,
  type QuotationState,
} from '@liaison-atlas/shared/coding/quotation';
import { Injectable } from '@nestjs/common';
import { InjectDataSource } from '@nestjs/typeorm';
import type { DataSource } from 'typeorm';

import type { Actor } from '../access/actor.js';
import { requireAccess } from '../access/require-access.js';
import { UnitOfWork } from '../database/unit-of-work.js';
import { Clock } from '../platform/clock.js';
import { DomainError } from '../platform/domain-error.js';
import { isId, newId } from '../platform/ids.js';
import { notFound, orRefuse, stale } from './coding-problems.js';
import { CommentUnitsService, type RoundComments } from './comment-units.service.js';
import { holdForm } from './hold-form.js';
import { Quotation } from './quotation.entity.js';

/** A quotation with its comment and whether it may leave. */
export interface ReadQuotation {
  readonly row: Quotation;
  /** null = the comment does not count any more, or was corrected. */
  readonly unit: CommentUnit | null;
  readonly state: QuotationState;
  /** The words with masks; '' when the comment is gone or corrected. */
  readonly words: string;
}

/** A quotation that may leave, with whoever said so. */
export interface LeavingQuotation {
  readonly id: string;
  readonly revision: number;
  readonly odsCode: string;
  readonly words: string;
  /** Comment that it is a part of. */
  readonly unitId: string;
  readonly clearedAt: string;
  /** Pseudonym of the person who confirmed it. */
  readonly clearedBy: string;
}

export interface NewQuotation {
  readonly roundId: string;
  /** '' = a new one. */
  readonly id: string;
  readonly unitId: string;
  readonly expectedRevision: number;
  readonly start: number;
  readonly end: number;
  readonly masks: readonly Mask[];
}

/** Quotations: chosen, masked and confirmed by a person; only of hospitals whose every form consented to be quoted. */
@Injectable()
export class QuotationService {
  constructor(
    @InjectDataSource() private readonly reader: DataSource,
    private readonly comments: CommentUnitsService,
    private readonly unitOfWork: UnitOfWork,
    private readonly clock: Clock,
  ) {}

  /** Comments that may be quoted from. @throws DomainError FORBIDDEN, NOT_FOUND */
  async quotable(actor: Actor, roundId: string): Promise<readonly CommentUnit[]> {
    requireAccess(actor, 'ManageCoding', { round: roundId });
    const comments = await this.comments.of(roundId);
    const consenting = consentingHospitals(comments);
    return comments.units.filter(({ odsCode }) => consenting.has(odsCode));
  }

  /** Every quotation of a round. @throws DomainError FORBIDDEN, NOT_FOUND */
  async list(actor: Actor, roundId: string): Promise<ReadQuotation[]> {
    requireAccess(actor, 'ManageCoding', { round: roundId });
    return this.all(roundId);
  }

  /** Words that may leave, by hospital. Whether the asker may see them is the caller's to ask. */
  async leaving(roundId: string): Promise<ReadonlyMap<string, readonly string[]>> {
    const words = new Map<string, string[]>();
    for (const { odsCode, words: said } of await this.cleared(roundId))
      words.set(odsCode, [...(words.get(odsCode) ?? []), said]);
    return words;
  }

  /** Every quotation that may leave now. Whether the asker may see them is the caller's to ask. */
  async cleared(roundId: string): Promise<readonly LeavingQuotation[]> {
    return (await this.all(roundId)).flatMap(({ row, state, unit, words }) =>
      state === 'may_leave' && unit !== null
        ? [
            {
              id: row.id,
              revision: row.revision,
              odsCode: unit.odsCode,
              words,
              unitId: unit.id,
              clearedAt: row.confirmedAt ?? '',
              clearedBy: row.confirmedBy ?? '',
            },
          ]
        : [],
    );
  }

  /** How many hospitals of a round have comments that count. */
  async hospitalsHeard(roundId: string): Promise<number> {
    const { units } = await this.comments.of(roundId);
    return new Set(units.map(({ odsCode }) => odsCode)).size;
  }

  private async all(roundId: string): Promise<ReadQuotation[]> {
    const rows = await this.reader
      .getRepository(Quotation)
      .find({ where: { roundId }, order: { savedAt: 'ASC', id: 'ASC' } });
    if (rows.length === 0) return [];
    const comments = await this.comments.of(roundId);
    return rows.map((row) => read(row, comments));
  }

  /** Stores part and masks; whatever was confirmed before has to be confirmed again. @throws DomainError */
  async save(actor: Actor, input: NewQuotation): Promise<ReadQuotation> {
    const unit = (await this.quotable(actor, input.roundId)).find(({ id }) => id === input.unitId);
    if (unit === undefined)
      throw new DomainError(
        'CONFLICT',
        'This comment may not be quoted: it does not count, or somebody of the hospital did not consent.',
        'unitId',
        'Choose another comment.',
      );
    if (input.id !== '' && !isId(input.id)) throw notFound('quotation', 'id');
    const part = orRefuse(checkQuotedPart(input, unit.text));
    const { responseId, variable, textHash } = unit;
    const row: Quotation = {
      ...part,
      id: input.id === '' ? newId() : input.id,
      roundId: input.roundId,
      responseId,
      variable,
      textHash,
      revision: input.expectedRevision + 1,
      savedAt: this.clock.now(),
      savedBy: actor.id,
      confirmedHash: '',
      confirmedAt: null,
      confirmedBy: null,
    };
    await this.unitOfWork.run(actor, async ({ manager, audit }) => {
      await holdForm(manager, responseId);
      if (input.id === '') await manager.insert(Quotation, row);
      else {
        const mine = {
          id: input.id,
          roundId: input.roundId,
          revision: input.expectedRevision,
          responseId,
          variable,
        };
        const { affected } = await manager.update(Quotation, mine, row);
        if (affected === 0) throw stale('quotation');
      }
      await audit('quotation.saved', 'quotation', row.id, {
        revision: row.revision,
        masks: part.masks.length,
      });
    });
    return read(row, await this.comments.of(input.roundId));
  }

  /** A person says that in these words nothing tells who wrote them or where. @throws DomainError */
  async confirm(actor: Actor, id: string, expectedRevision: number): Promise<ReadQuotation> {
    const found = await this.find(actor, id);
    if (found.state === 'gone' || found.state === 'no_consent')
      throw new DomainError(
        'CONFLICT',
        'This comment may not be quoted any more.',
        'id',
        'Take the quotation away.',
      );
    if (found.unit === null) throw stale('comment');
    const confirmed = {
      confirmedHash: found.unit.textHash,
      confirmedAt: this.clock.now(),
      confirmedBy: actor.id,
      revision: expectedRevision + 1,
    };
    await this.unitOfWork.run(actor, async ({ manager, audit }) => {
      const { affected } = await manager.update(Quotation, { id, revision: expectedRevision }, confirmed);
      if (affected === 0) throw stale('quotation');
      await audit('quotation.confirmed', 'quotation', id, { revision: confirmed.revision });
    });
    return read(Object.assign(found.row, confirmed), await this.comments.of(found.row.roundId));
  }

  /** @throws DomainError */
  async remove(actor: Actor, id: string): Promise<Quotation> {
    const { row } = await this.find(actor, id);
    await this.unitOfWork.run(actor, async ({ manager, audit }) => {
      const { affected } = await manager.delete(Quotation, { id });
      if (affected === 0) throw notFound('quotation', 'id');
      await audit('quotation.removed', 'quotation', id);
    });
    return row;
  }

  private async find(actor: Actor, id: string): Promise<ReadQuotation> {
    const row = isId(id) ? await this.reader.getRepository(Quotation).findOneBy({ id }) : null;
    if (row === null) throw notFound('quotation', 'id');
    requireAccess(actor, 'ManageCoding', { round: row.roundId });
    return read(row, await this.comments.of(row.roundId));
  }
}

/** Hospitals where everybody who was asked consented to be quoted. */
const consentingHospitals = ({ dataset }: RoundComments): ReadonlySet<string> =>
  new Set(dataset.hospitals.filter(({ consent }) => consent.quote).map(({ odsCode }) => odsCode));

function read(row: Quotation, comments: RoundComments): ReadQuotation {
  const found = comments.units.find(
    ({ responseId, variable }) => responseId === row.responseId && variable === row.variable,
  );
  const consent = found !== undefined && consentingHospitals(comments).has(found.odsCode);
  const isAsChosen = found?.textHash === row.textHash;
  const state = quotationState({
    consent,
    confirmedHash: row.confirmedHash,
    textHash: found?.textHash ?? '',
  });
  return {
    row,
    unit: found !== undefined && isAsChosen ? found : null,
    state: found !== undefined && !isAsChosen && state !== 'no_consent' ? 'text_changed' : state,
    words: found !== undefined && isAsChosen ? maskedText(found.text, row) : '',
  };
}
