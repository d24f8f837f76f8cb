import type { Act } from './audited-act.js';
import type { Person } from './people.js';
import { ReportWriter } from './report-writer.js';

/** Each mutation of reports by name, in an order in which each finds what it needs; `lead` answers later. */
export function reportActs(lead: () => Person): Readonly<Record<string, Act>> {
  const writer = () => new ReportWriter(lead(), 'demo-2026');
  return {
    saveReport: {
      act: async () => {
        const { report } = await writer().read();
        return writer().save(report, { 'recommendations-text': 'Made up for the audit.' });
      },
      event: 'report.saved by demo-survey_lead',
    },
    restoreReport: {
      act: async () => {
        const { report } = await writer().read();
        return writer().restore(report.version, 0);
      },
      event: 'report.restored by demo-survey_lead',
    },
  };
}
