import {
  type CitableQuotation,
  citableQuotations,
} from '@liaison-atlas/shared/publication/report/report-quotations';
import type { ReleaseDocument } from '@liaison-atlas/shared/publication/release';
import { Injectable } from '@nestjs/common';
import { InjectDataSource } from '@nestjs/typeorm';
import { type DataSource, In } from 'typeorm';

import { PersonContact } from '../../access/people/person-contact.entity.js';
import { CodedRoundService } from '../../coding/coded-round.service.js';
import { QuotationService } from '../../coding/quotation.service.js';

/** A quotation that can be chosen for a report, with what its author wants to know of it. */
export interface OfferedQuotation extends CitableQuotation {
  /** Names of the themes of its comment that coders agreed on or that were decided; empty = none. */
  readonly themes: readonly string[];
  readonly clearedAt: string;
  /** Name of the person who cleared it; somebody without an account keeps the pseudonym. */
  readonly clearedBy: string;
}

type Document = Pick<ReleaseDocument, 'round' | 'hospitals'>;

/** What of the comments may be quoted in reports, and what of that may still be. Checks no permission: its callers do. */
@Injectable()
export class ReportQuotationsService {
  constructor(
    private readonly quotations: QuotationService,
    private readonly coded: CodedRoundService,
    @InjectDataSource() private readonly reader: DataSource,
  ) {}

  /**
   * The quotations that may stand in the report of a release at this moment. One without a name leaves the reports that
   * have it as soon as fewer than three hospitals have comments that count.
   */
  async citable(document: Document): Promise<readonly CitableQuotation[]> {
    const cleared = await this.quotations.cleared(document.round.id);
    if (cleared.length === 0) return [];
    return citableQuotations(cleared, document, await this.quotations.hospitalsHeard(document.round.id));
  }

  /** As `citable`, with themes, and who cleared each. */
  async offered(citable: readonly CitableQuotation[], roundId: string): Promise<readonly OfferedQuotation[]> {
    if (citable.length === 0) return [];
    const cleared = new Map((await this.quotations.cleared(roundId)).map((each) => [each.id, each]));
    const themes = await this.coded.themesOf(roundId);
    const people = await this.reader
      .getRepository(PersonContact)
      .findBy({ personId: In([...cleared.values()].map(({ clearedBy }) => clearedBy)) });
    const names = new Map(people.map(({ personId, name }) => [personId, name]));
    return citable.flatMap((quotation) => {
      const found = cleared.get(quotation.id);
      if (found === undefined) return [];
      const { unitId, clearedAt, clearedBy } = found;
      const by = names.get(clearedBy) ?? clearedBy;
      return [{ ...quotation, themes: themes.get(unitId) ?? [], clearedAt, clearedBy: by }];
    });
  }
}
