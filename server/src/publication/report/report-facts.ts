import type { Instrument } from '@liaison-atlas/shared/instrument/instrument';
import { completeSettings, perspectiveWords } from '@liaison-atlas/shared/fieldwork/round-settings';
import { questionnaireFacts } from '@liaison-atlas/shared/publication/report/questionnaire-facts';
import type { ReportFacts } from '@liaison-atlas/shared/publication/report/report-facts';
import type { EntityManager } from 'typeorm';

import { Mailing } from '../../fieldwork/mailing/mailing.entity.js';
import { OpenLink } from '../../fieldwork/open-link.entity.js';
import { Round } from '../../fieldwork/round.entity.js';
import { InstrumentVersion } from '../../instrument/instrument-version.entity.js';

/** What of a round a report tells beside its release: plan, questionnaire, how many mails and links; nobody's address. */
export async function readReportFacts(
  manager: EntityManager,
  roundId: string,
  { key, version }: { readonly key: string; readonly version: string },
  freezeNumber: number | null,
): Promise<ReportFacts> {
  const round = await manager.findOneByOrFail(Round, { id: roundId });
  const { content } = await manager.findOneByOrFail(InstrumentVersion, { key, version });
  const mailings = await manager.find(Mailing, { where: { roundId }, order: { sendAt: 'ASC' } });
  const links = await manager.find(OpenLink, { where: { roundId }, order: { name: 'ASC' } });
  const { note, perspectives } = completeSettings(round.settings);
  const { purpose, approval, legalBasis } = note;
  const day = (at: string | null): string | null => at?.slice(0, 10) ?? null;
  return {
    ...questionnaireFacts(JSON.parse(content) as Instrument),
    opensAt: day(round.opensAt),
    closesAt: day(round.closesAt),
    correctionsUntil: day(round.correctionsUntil),
    note: { purpose, approval, legalBasis },
    perspectives: perspectives.map(perspectiveWords),
    mailings: mailings
      .filter(({ state }) => state !== 'cancelled')
      .map(({ kind, recipients, sendAt }) => ({ kind, recipients, day: sendAt.slice(0, 10) })),
    openLinks: links.map(({ label, name }) => (label === '' ? name : label)),
    freezeNumber,
  };
}
