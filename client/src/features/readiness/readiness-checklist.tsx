import {
  READINESS_STATES,
  type ReadinessItem,
  type ReadinessList,
  type ReadinessState,
  readReadinessState,
  shortReadinessState,
  summariseReadiness,
} from '@liaison-atlas/shared/commissioning/readiness';
import { READINESS_LISTS } from '@liaison-atlas/shared/commissioning/readiness-lists';
import { sourceWords } from '@liaison-atlas/shared/commissioning/source-documents';
import { useId } from 'react';

import { KeepInScheme } from '../../components/keep-in-scheme.js';
import { InsetText } from '../../components/notice.js';
import { SheetActions } from '../../components/sheet-actions.js';
import { useTypedAddress } from '../../lib/use-typed-address.js';
import { STATE_WORDS, toReadinessWords } from '@liaison-atlas/shared/commissioning/readiness-words';

/** The lists of the guidance to go through; the answers are in the address and nowhere else. */
export function ReadinessChecklist() {
  const { typed, type, reset } = useTypedAddress();
  const stateOf = (key: string): ReadinessState => readReadinessState(typed(key));
  const answer = (key: string, state: ReadinessState): void => type(key, shortReadinessState(state) || null);
  return (
    <>
      <InsetText>
        <p>
          Nothing is stored: your answers are in the address of this page. Keep the link, or print the page:
          owner, review date and evidence have their columns on paper. What you leave is{' '}
          <strong>not known</strong>, never “not yet”.
        </p>
      </InsetText>
      <SheetActions onReset={reset}>
        <KeepInScheme
          fields={() =>
            Object.fromEntries(
              READINESS_LISTS.flatMap(({ items }) =>
                items.map(({ key }) => [key, typed(key) ?? ''] as const),
              ),
            )
          }
        />
      </SheetActions>
      {READINESS_LISTS.map((list) => (
        <List key={list.id} list={list} stateOf={stateOf} onAnswer={answer} />
      ))}
    </>
  );
}

interface ListProps {
  readonly list: ReadinessList;
  readonly stateOf: (key: string) => ReadinessState;
  readonly onAnswer: (key: string, state: ReadinessState) => void;
}

function List({ list, stateOf, onAnswer }: ListProps) {
  return (
    <section aria-labelledby={`list-${list.id}`}>
      <h2 className="nhsuk-heading-m" id={`list-${list.id}`}>
        {list.title}
      </h2>
      <p>
        {list.lead} <span className="la-source">{sourceWords(list.source)}</span>
      </p>
      <p aria-live="polite">
        <strong>{toReadinessWords(summariseReadiness(list, stateOf))}</strong>
      </p>
      <ul className="la-readiness">
        {list.items.map((item) => (
          <Item key={item.key} item={item} state={stateOf(item.key)} onAnswer={onAnswer} />
        ))}
      </ul>
    </section>
  );
}

interface ItemProps {
  readonly item: ReadinessItem;
  readonly state: ReadinessState;
  readonly onAnswer: ListProps['onAnswer'];
}

function Item({ item, state, onAnswer }: ItemProps) {
  const id = useId();
  return (
    <li className="la-readiness__item">
      <label htmlFor={id}>{item.text}</label>
      <select
        className="nhsuk-select"
        id={id}
        value={state}
        onChange={(event) => {
          const chosen = READINESS_STATES.find((one) => one === event.target.value);
          if (chosen) onAnswer(item.key, chosen);
        }}
      >
        {READINESS_STATES.map((one) => (
          <option key={one} value={one}>
            {STATE_WORDS[one]}
          </option>
        ))}
      </select>
      <span className="la-readiness__paper" aria-hidden="true">
        Owner: ____________ Review by: __________ Evidence: ____________________
      </span>
    </li>
  );
}
