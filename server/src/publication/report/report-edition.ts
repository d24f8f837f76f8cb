import { canonicalJson } from '@liaison-atlas/shared/kernel/canonical-json';
import { cherriesOf } from '@liaison-atlas/shared/publication/report/cherries';
import { byFigureId, figureCatalogue } from '@liaison-atlas/shared/publication/report/figure-catalogue';
import { parseReport } from '@liaison-atlas/shared/publication/report/parse-report';
import { renderReport } from '@liaison-atlas/shared/publication/report/render-report';
import type { CitableQuotation } from '@liaison-atlas/shared/publication/report/report-quotations';
import { flagsOf, holdsBack } from '@liaison-atlas/shared/publication/report/report-flags';
import { standardReport } from '@liaison-atlas/shared/publication/report/standard-report';
import type { ReleaseDocument } from '@liaison-atlas/shared/publication/release';
import type { EntityManager } from 'typeorm';

import type { Unit } from '../../database/unit.js';
import { DomainError } from '../../platform/domain-error.js';
import { newId, sha256 } from '../../platform/ids.js';
import { readReportFacts } from './report-facts.js';
import { ReportEdition, ReportVersion } from './report.entity.js';

/** The newest version of a round's report; null = nobody has edited it, and the standard one holds. */
export const newestVersion = (manager: EntityManager, roundId: string): Promise<ReportVersion | null> =>
  manager.findOne(ReportVersion, { where: { roundId }, order: { version: 'DESC' } });

/** A release on its way into the table, as far as its report is concerned. */
export interface ReleasedReport {
  readonly id: string;
  readonly sha256: string;
  readonly document: ReleaseDocument;
  readonly freezeNumber: number | null;
  readonly quotations: readonly CitableQuotation[];
}

/**
 * Puts the report as it is now beside a release, in the same unit: from then on it is the report of that release.
 * @returns its version, 0 = the standard one
 * @throws DomainError CONFLICT when a number in it cannot be traced: such a report goes out with no release
 */
export async function publishReport({ manager }: Unit, release: ReleasedReport): Promise<number> {
  const { document, quotations } = release;
  const newest = await newestVersion(manager, document.round.id);
  const content = newest?.content ?? standardReport(document);
  const facts = await readReportFacts(manager, document.round.id, document.instrument, release.freezeNumber);
  const parsed = parseReport(content, byFigureId(figureCatalogue(document)));
  const [first] = [
    ...(parsed.ok ? [] : parsed.problems),
    ...flagsOf(content, cherriesOf(document, facts), document.indicators, document.round.title).filter(
      holdsBack,
    ),
  ];
  if (first !== undefined)
    throw new DomainError(
      'CONFLICT',
      `The report of this round cannot go out: ${first.message}`,
      'report',
      `${first.mend} Then release again.`,
    );
  const tree = canonicalJson(
    renderReport({ content, release: document, sha256: release.sha256, facts, quotations }),
  );
  const version = newest?.version ?? 0;
  await manager.insert(ReportEdition, {
    id: newId(),
    releaseId: release.id,
    version,
    tree,
    sha256: sha256(tree),
  });
  return version;
}
