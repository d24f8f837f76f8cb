import type { ReportContent } from '@liaison-atlas/shared/publication/report/report-content';

import { Details } from '../../components/details.js';
import { TextArea } from '../../components/text-area.js';
import { answerItem } from './edit-report.js';
import type { ShownReport } from './write-report.graphql.js';

interface CherriesFieldsProps {
  readonly items: ShownReport['cherries'];
  readonly content: ReportContent;
  readonly mayChange: boolean;
  readonly problemOf: (field: string) => string;
  readonly onChange: (content: ReportContent) => void;
}

/** The checklist on how the survey was done: what the system knows, and room for the rest. */
export function CherriesFields({ items, content, mayChange, problemOf, onChange }: CherriesFieldsProps) {
  const written = (id: string): string => content.cherries.find(({ item }) => item === id)?.text ?? '';
  const blank = items.filter(({ id, answer }) => answer === '' && written(id) === '').length;
  return (
    <section aria-labelledby="cherries-fields">
      <h2 id="cherries-fields">How the survey was done (CHERRIES)</h2>
      <p>
        {blank === 0
          ? 'Every item is filled in.'
          : `${blank} of ${items.length} items are blank; the report says of each that it is not recorded.`}
      </p>
      <Details summary="Items of the checklist">
        {items.map(({ id, heading, answer }) =>
          mayChange ? (
            <TextArea
              key={id}
              label={heading}
              hint={answer === '' ? 'The system knows nothing of it.' : `Filled in: ${answer}`}
              rows={2}
              maxLength={10_000}
              value={written(id)}
              problem={problemOf(`cherries.${id}`)}
              onChange={(text) => onChange(answerItem(content, id, text))}
            />
          ) : (
            <p key={id}>
              <strong>{heading}</strong>: {[answer, written(id)].filter((said) => said !== '').join(' ') || 'blank'}
            </p>
          ),
        )}
      </Details>
    </section>
  );
}
