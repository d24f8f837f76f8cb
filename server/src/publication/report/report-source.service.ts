import type { ReleaseKind, ReleaseDocument } from '@liaison-atlas/shared/publication/release';
import type { ReportFacts } from '@liaison-atlas/shared/publication/report/report-facts';
import type { CitableQuotation } from '@liaison-atlas/shared/publication/report/report-quotations';
import { Injectable } from '@nestjs/common';
import { InjectDataSource } from '@nestjs/typeorm';
import type { DataSource } from 'typeorm';

import type { Round } from '../../fieldwork/round.entity.js';
import { Clock } from '../../platform/clock.js';
import { ReleaseComposer } from '../release-desk/release-composer.service.js';
import { ReleaseBasisService } from '../release-basis.service.js';
import { ReleaseStore } from '../release-store.service.js';
import { readReportFacts } from './report-facts.js';
import { ReportQuotationsService } from './report-quotations.service.js';

/** What a report that is being written takes its figures from. */
export interface ReportSource {
  readonly release: ReleaseDocument;
  /** '' = not released: composed as the next release would be, and stored nowhere. */
  readonly sha256: string;
  readonly facts: ReportFacts;
  /** What may be quoted in it. */
  readonly quotations: readonly CitableQuotation[];
}

/** A final release first, then an erratum to one, else what has come in: what the next release would stand on. */
const KINDS: readonly ReleaseKind[] = ['final', 'erratum', 'interim'];

/** Says what the figures of an unreleased report are: those of the release that would be made now. */
@Injectable()
export class ReportSourceService {
  constructor(
    @InjectDataSource() private readonly reader: DataSource,
    private readonly store: ReleaseStore,
    private readonly basis: ReleaseBasisService,
    private readonly composer: ReleaseComposer,
    private readonly quotations: ReportQuotationsService,
    private readonly clock: Clock,
  ) {}

  /** Of a published report the release that there is; of any other round the release that would be made now. */
  async of(round: Round): Promise<ReportSource> {
    const latest = await this.store.findLatest(round.id);
    if (round.kind === 'published_facts' && latest !== null) {
      const facts = await this.factsOf(latest.document, null);
      return { release: latest.document, sha256: latest.stamp.sha256, facts, quotations: [] };
    }
    const { release, freezeNumber } = await this.compose(
      round,
      (await this.store.newestNumber(round.id)) + 1,
    );
    const quotations = await this.quotations.citable(release);
    return { release, sha256: '', facts: await this.factsOf(release, freezeNumber), quotations };
  }

  /** What stands in no release: plan, questionnaire, mailings. */
  factsOf(
    { round, instrument }: Pick<ReleaseDocument, 'round' | 'instrument'>,
    freezeNumber: number | null,
  ): Promise<ReportFacts> {
    return readReportFacts(this.reader.manager, round.id, instrument, freezeNumber);
  }

  private async compose(
    round: Round,
    number: number,
  ): Promise<{ readonly release: ReleaseDocument; readonly freezeNumber: number | null }> {
    const at = this.clock.now();
    for (const kind of KINDS) {
      const basis = await this.basis.of(round, kind);
      if (!basis.ok) continue;
      const { freeze, frameId } = basis.value;
      const { compose } = await this.composer.prepare(round, basis.value, frameId);
      const release = compose({ number, kind, at, note: '' });
      return { release, freezeNumber: freeze?.number ?? null };
    }
    throw new Error(`round ${round.id} has no state that a release could be composed from`);
  }
}
