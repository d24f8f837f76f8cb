import { canonicalJson } from '@liaison-atlas/shared/kernel/canonical-json';
import { checkRelease } from '@liaison-atlas/shared/publication/check-release';
import type { ReleaseDocument } from '@liaison-atlas/shared/publication/release';
import type { CitableQuotation } from '@liaison-atlas/shared/publication/report/report-quotations';

import type { Unit } from '../database/unit.js';
import { RELEASED } from '../fieldwork/round-change.js';
import { roundTopic } from '../fieldwork/round.service.js';
import { newId, sha256 } from '../platform/ids.js';
import { Release } from './release.entity.js';
import { publishReport } from './report/report-edition.js';

/** A release on its way into the table. */
export interface NewRelease {
  readonly document: ReleaseDocument;
  readonly by: string;
  readonly note: string;
  readonly idempotencyKey: string;
  readonly members: readonly string[];
  readonly frameCodes: readonly string[];
  /** The freeze it stands on; null = the live state. */
  readonly freezeNumber: number | null;
  /** What may be quoted in its report. */
  readonly quotations: readonly CitableQuotation[];
}

/**
 * Stores a release with its report after looking it over; from then on neither can be changed.
 * @throws DomainError CONFLICT when the report of the round has numbers that cannot be traced
 * @throws Error naming every invariant that the document breaks: that is a fault of ours, not of the person's.
 */
export async function writeRelease(unit: Unit, release: NewRelease): Promise<{ id: string; sha256: string }> {
  const { document, by, note, idempotencyKey, members, frameCodes, freezeNumber, quotations } = release;
  const faults = checkRelease(document, frameCodes);
  if (faults.length > 0)
    throw new Error(
      `release not sound: ${faults.map(({ field, message }) => `${field}: ${message}`).join('; ')}`,
    );
  const text = canonicalJson(document);
  const row = {
    id: newId(),
    roundId: document.round.id,
    number: document.number,
    kind: document.kind,
    publishedAt: document.publishedAt,
    publishedBy: by,
    note,
    idempotencyKey,
    document: text,
    members: [...members],
    sha256: sha256(text),
    freezeNumber,
  };
  await unit.manager.insert(Release, row);
  const reportVersion = await publishReport(unit, { ...row, document, quotations });
  const detail = {
    round: row.roundId,
    number: row.number,
    kind: row.kind,
    sha256: row.sha256,
    reportVersion,
  };
  const subjects = [{ entity: 'round', id: row.roundId }];
  await unit.audit('release.published', 'release', row.id, detail, { subjects });
  unit.touch(roundTopic(row.roundId), RELEASED);
  return row;
}
