import type { ReleaseDocument } from '@liaison-atlas/shared/publication/release';
import { type ShownUnderName, shownUnderName } from '@liaison-atlas/shared/publication/shown-under-name';
import { Injectable } from '@nestjs/common';

import { FreezeService } from '../../cleaning/freeze.service.js';
import { QuotationService } from '../../coding/quotation.service.js';
import { UnitOfWork } from '../../database/unit-of-work.js';
import type { Round } from '../../fieldwork/round.entity.js';
import { roundTopic } from '../../fieldwork/round.service.js';
import { Clock } from '../../platform/clock.js';
import { LastUsed } from '../../platform/last-used.js';
import { ReleaseComposer } from './release-composer.service.js';
import { shownHash } from './reply-rows.js';

/** What each hospital would find under its name, and the freeze that it comes from. */
export interface ShownRows {
  readonly freezeNumber: number;
  /** Hospitals with at least one answer that counts, in the order of the frame. */
  readonly answered: readonly string[];
  /** By ODS code. */
  readonly rows: ReadonlyMap<string, ShownUnderName>;
}

type ComposedFreeze = Omit<ShownRows, 'rows'> & { readonly document: ReleaseDocument };

/** Rounds whose document is kept: few have their right of reply at the same time. */
const ROUNDS = 10;

/** Makes what hospitals are shown, from the newest freeze; the document is kept until anything of the round changes. */
@Injectable()
export class ShownRowsService {
  private readonly kept = new LastUsed<
    string,
    { readonly version: number; readonly composed: Promise<ComposedFreeze | null> }
  >(ROUNDS);

  constructor(
    private readonly freezes: FreezeService,
    private readonly quotations: QuotationService,
    private readonly composer: ReleaseComposer,
    private readonly unitOfWork: UnitOfWork,
    private readonly clock: Clock,
  ) {}

  /** null = the round has never been frozen. */
  async of(round: Round): Promise<ShownRows | null> {
    const composed = await this.composed(round);
    if (composed === null) return null;
    const { document, ...rest } = composed;
    return { ...rest, rows: await this.rowsOf(document) };
  }

  /** What each hospital finds under its name in a document, by ODS code. */
  async rowsOf(document: ReleaseDocument): Promise<ReadonlyMap<string, ShownUnderName>> {
    const quotations = await this.quotations.leaving(document.round.id);
    return new Map(
      document.hospitals.flatMap(({ odsCode }): [string, ShownUnderName][] => {
        const shown = shownUnderName(document, odsCode, quotations.get(odsCode) ?? []);
        return shown === null ? [] : [[odsCode, shown]];
      }),
    );
  }

  /** SHA-256 of what each of these hospitals finds under its name in a document. */
  async hashesOf(
    document: ReleaseDocument,
    odsCodes: readonly string[],
  ): Promise<ReadonlyMap<string, string>> {
    const rows = await this.rowsOf(document);
    return new Map(
      odsCodes.flatMap((odsCode): [string, string][] => {
        const shown = rows.get(odsCode);
        return shown === undefined ? [] : [[odsCode, shownHash(shown)]];
      }),
    );
  }

  private async composed(round: Round): Promise<ComposedFreeze | null> {
    const version = await this.unitOfWork.version(roundTopic(round.id));
    const known = this.kept.get(round.id);
    if (known?.version === version) return known.composed;
    const fresh = { version, composed: this.make(round) };
    this.kept.set(round.id, fresh);
    fresh.composed.catch(() => {
      if (this.kept.get(round.id) === fresh) this.kept.delete(round.id);
    });
    return fresh.composed;
  }

  private async make(round: Round): Promise<ComposedFreeze | null> {
    const frozen = await this.freezes.newest(round);
    if (frozen === null) return null;
    const { dataset, document, row } = frozen;
    const { compose } = await this.composer.prepare(round, frozen, document.frameId);
    return {
      freezeNumber: row.number,
      answered: dataset.hospitals.filter(({ forms }) => forms > 0).map(({ odsCode }) => odsCode),
      document: compose({ number: 1, kind: 'final', at: this.clock.now(), note: '' }),
    };
  }
}
