import {
  CATCHMENT_NOTE,
  CATCHMENT_RADII,
  POPULATION_SOURCE,
} from '@liaison-atlas/shared/commissioning/catchment';
import { useMemo } from 'react';

import { DataTable } from '../../../components/data-table.js';
import { InsetText } from '../../../components/notice.js';
import { SelectField } from '../../../components/select-field.js';
import { SliderField } from '../../../components/slider-field.js';
import { countOf, formatPercent } from '../../../lib/format.js';
import type { ExplorerState } from '../explorer-state.js';
import { CATCHMENT_QUESTIONS } from '../explorer-state.js';
import type { ReleasedHospital } from '../released-hospital.js';
import { countedIcbs, countPositions, QUESTION_WORDS, toCover } from './to-catchment.js';
import { useSmallAreas } from './use-small-areas.js';

interface CatchmentToolsProps {
  readonly state: ExplorerState;
  /** All hospitals of the round, and those that the filters leave. */
  readonly all: readonly ReleasedHospital[];
  readonly hospitals: readonly ReleasedHospital[];
  /** What the filters narrow the people to, in words: "England", or the name of an area. */
  readonly place: string;
  readonly onChange: (change: Partial<ExplorerState>) => void;
}

const STEPS: readonly number[] = [0, ...CATCHMENT_RADII];

/** Radius and question of straight-line catchments, and the adults who live within them, as bounds. */
export function CatchmentTools({ state, all, hospitals, place, onChange }: CatchmentToolsProps) {
  const { km, question } = state;
  return (
    <>
      <SliderField
        label="Radius"
        value={STEPS.indexOf(km)}
        least={0}
        most={STEPS.length - 1}
        wordsOf={(at) => (at === 0 ? 'no catchments' : `${STEPS[at]} km`)}
        onChange={(at) => onChange({ km: STEPS[at] ?? 0 })}
      />
      <SelectField
        label="Around hospitals that report"
        value={question}
        choices={CATCHMENT_QUESTIONS.map((value) => ({ value, label: QUESTION_WORDS[value] }))}
        onChange={(value) =>
          onChange({ question: CATCHMENT_QUESTIONS.find((known) => known === value) ?? 'in-reach' })
        }
      />
      {km > 0 && <Cover state={state} all={all} hospitals={hospitals} place={place} />}
      <p className="la-source">
        {CATCHMENT_NOTE} {POPULATION_SOURCE}
      </p>
    </>
  );
}

function Cover({ state, all, hospitals, place }: Omit<CatchmentToolsProps, 'onChange'>) {
  const { table, failed, retry } = useSmallAreas();
  const { km, question, area } = state;
  const cover = useMemo(
    () => table && toCover(table, hospitals, { km, question }, countedIcbs(all, area)),
    [table, hospitals, km, question, all, area],
  );
  if (failed)
    return (
      <InsetText>
        <p>The small areas could not be loaded.</p>
        <button type="button" className="nhsuk-button nhsuk-button--small" onClick={retry}>
          Try again
        </button>
      </InsetText>
    );
  if (!cover) return <p>Fetching the small areas…</p>;
  const { yes, no, notKnown } = countPositions(hospitals, question);
  const { adults, surely, maybe, surelyNot, outside } = cover;
  const share = (people: number) => (adults === 0 ? 'none counted' : formatPercent(people / adults));
  const rows = [
    { what: `Within ${km} km of a hospital that reports it`, people: surely },
    { what: `Only within ${km} km of one of which it is not known`, people: maybe },
    { what: `Only within ${km} km of hospitals that report none`, people: surelyNot },
    { what: `Within ${km} km of no hospital in the list`, people: outside },
  ];
  return (
    <>
      <p>
        <strong>
          {QUESTION_WORDS[question]} within {km} km: between {share(surely)} and {share(surely + maybe)} of
          the adults of {place}.
        </strong>{' '}
        The lower figure counts the {countOf(yes, 'hospital')} in the list that{' '}
        {yes === 1 ? 'reports' : 'report'} it; the upper one also the {notKnown} of which it is not known.{' '}
        {no} {no === 1 ? 'reports' : 'report'} none.
      </p>
      <DataTable
        caption={`Adults of ${place}, by straight line to the hospitals in the list`}
        columns={[
          { id: 'what', heading: 'Where they live', names: true, cell: ({ what }) => what },
          {
            id: 'people',
            heading: 'Adults (middle of 2019)',
            numeric: true,
            cell: ({ people }) => people.toLocaleString('en-GB'),
          },
          { id: 'share', heading: 'Share', numeric: true, cell: ({ people }) => share(people) },
        ]}
        rows={rows}
        keyOf={({ what }) => what}
      />
    </>
  );
}
