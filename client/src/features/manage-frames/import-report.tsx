import { FRAME_CHANGE_KINDS, frameChangeWords } from '@liaison-atlas/shared/frame/compare-frames';
import type { FrameImportReport } from '@liaison-atlas/shared/frame/frame-import-report';

import { ListReport } from '../../components/list-report.js';
import { countOf } from '../../lib/format.js';
import { ChangeTable } from './change-table.js';

interface ImportReportProps {
  readonly report: FrameImportReport;
  readonly storing: boolean;
  readonly onConfirm: () => void;
  readonly onCancel: () => void;
}

/** What a list of hospitals would do; to be confirmed, or mended in the file first. */
export function ImportReport({ report, storing, onConfirm, onCancel }: ImportReportProps) {
  const { changes, stored } = report;
  return (
    <ListReport
      {...report}
      title={titleOf(report)}
      rows={[
        { name: 'File', value: report.fileName },
        { name: 'Hospitals in it', value: report.rows },
        ...(report.leftOut === 0
          ? []
          : [{ name: 'Left out', value: `${report.leftOut} lines about sites that are not known here` }]),
        { name: 'Problems', value: report.problemCount },
        ...FRAME_CHANGE_KINDS.filter((kind) => report.counts[kind] > 0).map((kind) => ({
          name: frameChangeWords(kind),
          value: report.counts[kind],
        })),
        { name: 'Unchanged', value: report.unchanged },
      ]}
      storing={storing}
      store={changes.length > 0 ? `Store ${countOf(changes.length, 'change')}` : ''}
      onConfirm={onConfirm}
      onCancel={onCancel}
    >
      {changes.length > 0 && (
        <ChangeTable caption={stored ? 'What was changed' : 'What would change'} changes={changes} />
      )}
    </ListReport>
  );
}

function titleOf({ stored, problemCount, changes }: FrameImportReport): string {
  if (problemCount > 0) return `The list cannot be stored: ${countOf(problemCount, 'problem')}`;
  if (stored) return `The list is stored: ${countOf(changes.length, 'hospital')} changed`;
  if (changes.length === 0) return 'The list says nothing new';
  return `The list would change ${countOf(changes.length, 'hospital')}. Nothing is stored yet`;
}
