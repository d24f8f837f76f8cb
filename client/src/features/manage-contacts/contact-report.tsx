import type { ContactImportReport } from '@liaison-atlas/shared/fieldwork/contacts/contact-row';

import { ListReport } from '../../components/list-report.js';
import { countOf } from '../../lib/format.js';

interface ContactReportProps {
  readonly report: ContactImportReport;
  readonly storing: boolean;
  readonly onConfirm: () => void;
  readonly onCancel: () => void;
}

/** What a list of people would do; to be confirmed, or mended in the file first. */
export function ContactReport({ report, storing, onConfirm, onCancel }: ContactReportProps) {
  const { added, changed, unchanged, optedOut } = report;
  const news = added + changed;
  return (
    <ListReport
      {...report}
      title={titleOf(report)}
      rows={[
        { name: 'File', value: report.fileName },
        { name: 'Lines that can be used', value: report.rows },
        { name: 'People', value: report.people },
        { name: 'New', value: added },
        { name: 'Known, with something new', value: changed },
        { name: 'Known, nothing new', value: unchanged },
        { name: 'Want no more mail', value: optedOut },
        { name: 'Problems', value: report.problemCount },
      ]}
      storing={storing}
      store={news > 0 ? `Store ${countOf(news, 'person', 'people')}` : ''}
      onConfirm={onConfirm}
      onCancel={onCancel}
    />
  );
}

function titleOf({ stored, problemCount, added, changed }: ContactImportReport): string {
  if (problemCount > 0) return `The list cannot be stored: ${countOf(problemCount, 'problem')}`;
  const news = countOf(added + changed, 'person', 'people');
  if (stored) return `The list is stored: ${news} new or changed`;
  return added + changed === 0
    ? 'The list says nothing new'
    : `The list would add or change ${news}. Nothing is stored yet`;
}
