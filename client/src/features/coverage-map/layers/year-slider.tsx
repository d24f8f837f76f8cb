import { PHASE_WORDS } from '@liaison-atlas/shared/commissioning/programme-timeline';
import { phaseOf, PROGRAMME_YEARS, stepsOf } from '@liaison-atlas/shared/commissioning/programme-years';

import { SliderField } from '../../../components/slider-field.js';

interface YearSliderProps {
  readonly year: number;
  readonly onYear: (year: number) => void;
}

/** The years of the programme: a slider, and what happened in the year that it stands at. */
export function YearSlider({ year, onYear }: YearSliderProps) {
  const steps = stepsOf(year);
  return (
    <div>
      <SliderField
        label="Sites begun by"
        value={year}
        least={PROGRAMME_YEARS.first}
        most={PROGRAMME_YEARS.last}
        wordsOf={(at) => `${at}: ${PHASE_WORDS[phaseOf(at)]}`}
        onChange={onYear}
      />
      {steps.length === 0 ? (
        <p className="la-source">{year}: no step of the programme is on record.</p>
      ) : (
        <ul className="la-source">
          {steps.map(({ when, text }) => (
            <li key={text}>
              {when}: {text}
            </li>
          ))}
        </ul>
      )}
    </div>
  );
}
