import { bareNumbers } from '@liaison-atlas/shared/publication/report/bare-numbers';
import {
  type FigureCatalogue,
  referenceProblems,
} from '@liaison-atlas/shared/publication/report/figure-references';
import { lineOf } from '@liaison-atlas/shared/publication/report/render-report';
import {
  holdsQuotations,
  type ReportBlock,
  REPORT_PARTS,
} from '@liaison-atlas/shared/publication/report/report-content';
import { useEffect, useRef } from 'react';

import { SelectField } from '../../components/select-field.js';
import { TextArea } from '../../components/text-area.js';
import { markNumber } from './edit-report.js';
import { FigurePicker } from './figure-picker.js';
import { FlaggedNumbers } from './flagged-numbers.js';
import { QuotationPicker } from './quotation-picker.js';
import type { ShownReport } from './write-report.graphql.js';

interface BlockEditorProps {
  readonly block: ReportBlock;
  readonly catalogue: FigureCatalogue;
  readonly indicators: readonly string[];
  readonly quotations: ShownReport['quotations'];
  /** What the server found wrong with it; '' = nothing. */
  readonly problem: string;
  readonly onChange: (change: Partial<ReportBlock>) => void;
}

const TEXT_LABELS = {
  heading: 'Text',
  text: 'Text',
  list: 'Items, one a line',
  quotations: 'Sentence before the quotations',
} as const;

/** One block being written: its text with figures chosen from a list, and what is to be looked at in it. */
export function BlockEditor({
  block,
  catalogue,
  indicators,
  quotations,
  problem,
  onChange,
}: BlockEditorProps) {
  const box = useRef<HTMLDivElement>(null);
  useEffect(() => box.current?.querySelector<HTMLElement>('textarea, select')?.focus(), []);
  const picker = holdsQuotations(block) && (
    <QuotationPicker block={block} quotations={quotations} onChange={onChange} />
  );
  if (block.kind === 'chart' || block.kind === 'part') {
    const choices = block.kind === 'chart' ? indicators : REPORT_PARTS;
    return (
      <div ref={box}>
        <SelectField
          label={block.kind === 'chart' ? 'Indicator' : 'Part that is filled in'}
          value={block.subject}
          choices={choices.map((value) => ({ value, label: value }))}
          onChange={(subject) => onChange({ subject, quotations: undefined })}
        />
        {picker}
      </div>
    );
  }
  const insert = (reference: string) => {
    const area = box.current?.querySelector('textarea');
    const at = area?.selectionStart ?? block.text.length;
    const to = area?.selectionEnd ?? at;
    onChange({ text: block.text.slice(0, at) + reference + block.text.slice(to) });
    area?.focus();
  };
  const [wrong] = referenceProblems(block.text, catalogue, block.id, 'This block');
  return (
    <div ref={box}>
      {block.kind === 'heading' && (
        <SelectField
          label="Level of the heading"
          value={String(block.level)}
          choices={[
            { value: '2', label: 'Section' },
            { value: '3', label: 'Part of a section' },
          ]}
          onChange={(level) => onChange({ level: level === '2' ? 2 : 3 })}
        />
      )}
      <TextArea
        label={TEXT_LABELS[block.kind]}
        hint="Numbers come from the list below: choose one and put it in where the cursor stands."
        value={block.text}
        rows={block.kind === 'heading' || block.kind === 'quotations' ? 2 : 8}
        maxLength={10_000}
        problem={wrong === undefined ? problem : `${wrong.message} ${wrong.mend}`}
        onChange={(text) => onChange({ text })}
      />
      <p>
        Reads: <em>{lineOf(block.text, catalogue).map(({ text }) => text)}</em>
      </p>
      <FlaggedNumbers
        numbers={bareNumbers(block.text, block.notFigures).map(({ text }) => text)}
        marks={block.notFigures}
        onMark={(text, reason) => onChange(markNumber(block, text, reason))}
        onUnmark={(text) => onChange({ notFigures: block.notFigures.filter((mark) => mark.text !== text) })}
      />
      {picker}
      <FigurePicker catalogue={catalogue} onInsert={insert} />
    </div>
  );
}
