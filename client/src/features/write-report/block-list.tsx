import type { FigureCatalogue } from '@liaison-atlas/shared/publication/report/figure-references';
import { lineOf } from '@liaison-atlas/shared/publication/report/render-report';
import {
  BLOCK_KINDS,
  type ReportBlock,
  type ReportContent,
} from '@liaison-atlas/shared/publication/report/report-content';
import type { ReportFlag } from '@liaison-atlas/shared/publication/report/report-flags';
import { type ReactNode, useState } from 'react';

import { SelectField } from '../../components/select-field.js';
import { addBlockBehind, changeBlock, moveBlock, takeOutBlock } from './edit-report.js';
import { BlockEditor } from './block-editor.js';
import type { ShownReport } from './write-report.graphql.js';

interface BlockListProps {
  readonly content: ReportContent;
  readonly catalogue: FigureCatalogue;
  readonly indicators: readonly string[];
  readonly quotations: ShownReport['quotations'];
  readonly flags: readonly ReportFlag[];
  /** What the server refused, by block. */
  readonly problemOf: (id: string) => string;
  readonly mayChange: boolean;
  readonly open: string;
  readonly onOpen: (id: string) => void;
  readonly onChange: (content: ReportContent) => void;
}

const KIND_WORDS: Readonly<Record<ReportBlock['kind'], string>> = {
  heading: 'Heading',
  text: 'Paragraph',
  list: 'List',
  chart: 'Chart with table',
  part: 'Filled in by the system',
  quotations: 'Quotations',
};

/** The report block by block as it reads; one of them open for writing. */
export function BlockList(props: BlockListProps) {
  const { content, catalogue, indicators, quotations, flags, problemOf, mayChange, open, onOpen, onChange } =
    props;
  return (
    <ol className="nhsuk-list la-report-blocks">
      {content.blocks.map((block, at) => {
        const flagged = flags.filter(({ field }) => field === block.id);
        const isOpen = open === block.id;
        const name = `block ${at + 1}`;
        return (
          <li key={block.id} id={`block-${block.id}`} className="la-report-block">
            <p className="nhsuk-caption-m">
              {at + 1}. {KIND_WORDS[block.kind]}
            </p>
            {!isOpen && <Shown block={block} catalogue={catalogue} quotations={quotations} />}
            {flagged.map(({ code, text, message }) => (
              <p key={`${code}-${text}`} className="la-report-flagged">
                <strong className="nhsuk-tag nhsuk-tag--grey">To look at</strong> {message}
              </p>
            ))}
            {isOpen && (
              <BlockEditor
                block={block}
                catalogue={catalogue}
                indicators={indicators}
                quotations={quotations}
                problem={problemOf(block.id)}
                onChange={(change) => onChange(changeBlock(content, block.id, change))}
              />
            )}
            {mayChange && (
              <div className="la-actions">
                <Action name={name} onPress={() => onOpen(isOpen ? '' : block.id)}>
                  {isOpen ? 'Close' : 'Edit'}
                </Action>
                <Action name={name} onPress={() => onChange(moveBlock(content, block.id, -1))}>
                  Move up
                </Action>
                <Action name={name} onPress={() => onChange(moveBlock(content, block.id, 1))}>
                  Move down
                </Action>
                <Action name={name} onPress={() => onChange(takeOutBlock(content, block.id))}>
                  Take out
                </Action>
                {isOpen && (
                  <AddBlock
                    onAdd={(kind) => {
                      const id = `b-${crypto.randomUUID()}`;
                      onChange(addBlockBehind(content, block.id, kind, id));
                      onOpen(id);
                    }}
                  />
                )}
              </div>
            )}
          </li>
        );
      })}
    </ol>
  );
}

interface ShownProps {
  readonly block: ReportBlock;
  readonly catalogue: FigureCatalogue;
  readonly quotations: ShownReport['quotations'];
}

function Shown({ block, catalogue, quotations }: ShownProps) {
  const { kind, subject, text } = block;
  const quoted = (block.quotations ?? []).flatMap((id) => quotations.find((each) => each.id === id) ?? []);
  const quotes = quoted.map(({ id, words }) => (
    <blockquote className="la-comment" key={id}>
      {words}
    </blockquote>
  ));
  if (kind === 'chart' || kind === 'part')
    return (
      <>
        <p>{subject}</p>
        {quotes}
      </>
    );
  if (kind === 'quotations')
    return (
      <>
        <p>
          {lineOf(text, catalogue).map((each) => each.text)}
          {quotes.length === 0 && ' No quotation is chosen: the report leaves this block out.'}
        </p>
        {quotes}
      </>
    );
  if (text === '') return <p>Nobody has written this yet.</p>;
  const words = (line: string): string =>
    lineOf(line, catalogue)
      .map((each) => each.text)
      .join('');
  if (kind === 'heading') return <p className="la-report-heading">{words(text)}</p>;
  const lines = text.split('\n').filter((line) => line.trim() !== '');
  return kind === 'list' ? (
    <ul className="nhsuk-list nhsuk-list--bullet">
      {lines.map((line) => (
        <li key={line}>{words(line)}</li>
      ))}
    </ul>
  ) : (
    lines.map((line) => <p key={line}>{words(line)}</p>)
  );
}

function Action(props: {
  readonly name: string;
  readonly onPress: () => void;
  readonly children: ReactNode;
}) {
  return (
    <button type="button" className="la-link-button" onClick={props.onPress}>
      {props.children}
      <span className="nhsuk-u-visually-hidden"> {props.name}</span>
    </button>
  );
}

function AddBlock({ onAdd }: { readonly onAdd: (kind: ReportBlock['kind']) => void }) {
  const [kind, setKind] = useState<ReportBlock['kind']>('text');
  return (
    <>
      <SelectField
        label="Add behind it"
        value={kind}
        choices={BLOCK_KINDS.map((value) => ({ value, label: KIND_WORDS[value] }))}
        onChange={(value) => setKind(BLOCK_KINDS.find((known) => known === value) ?? 'text')}
      />
      <button
        type="button"
        className="nhsuk-button nhsuk-button--secondary nhsuk-button--small"
        onClick={() => onAdd(kind)}
      >
        Add
      </button>
    </>
  );
}
