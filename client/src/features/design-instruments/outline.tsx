import type { Instrument } from '@liaison-atlas/shared/instrument/instrument';
import type { InstrumentProblem } from '@liaison-atlas/shared/instrument/instrument-problem';

import { countOf } from '../../lib/format.js';
import { type Place, WHOLE } from './edit-draft.js';

/** Pages and questions as a list of buttons; the open one is marked, and each says how many problems it has. */
export function Outline(props: {
  readonly content: Instrument;
  readonly problems: readonly InstrumentProblem[];
  readonly open: Place;
  readonly onOpen: (place: Place) => void;
}) {
  const { content, problems, open, onOpen } = props;
  const item = (place: Place, text: string) => {
    const count = problems.filter(
      ({ at }) => at.page === place.page && at.question === place.question,
    ).length;
    const isOpen = open.page === place.page && open.question === place.question;
    return (
      <button
        type="button"
        className="la-outline__item"
        aria-current={isOpen ? 'true' : undefined}
        onClick={() => onOpen(place)}
      >
        {text}
        {count > 0 && <span className="la-outline__problems"> ({countOf(count, 'problem')})</span>}
      </button>
    );
  };
  return (
    <nav aria-label="Pages and questions">
      <ul className="la-outline">
        <li>{item(WHOLE, 'The whole questionnaire')}</li>
        {content.pages.map((page, place) => (
          // Ids change while they are typed, so the place is the key.
          // oxlint-disable-next-line react/no-array-index-key
          <li key={place}>
            {item({ page: place, question: -1 }, `Page ${place + 1}: ${page.title.en || page.id}`)}
            <ul className="la-outline">
              {page.questions.map((question, position) => (
                // oxlint-disable-next-line react/no-array-index-key
                <li key={position}>
                  {item({ page: place, question: position }, question.text.en || question.variable)}
                </li>
              ))}
            </ul>
          </li>
        ))}
      </ul>
    </nav>
  );
}
