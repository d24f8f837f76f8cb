import { SelectField } from '../../components/select-field.js';
import { AREA_LEVELS, AREA_MEASURES, type ExplorerState } from './explorer-state.js';

const MEASURE_LABELS = {
  none: 'Nothing: boundaries only',
  'in-reach': 'In-reach, of named replies',
  provision: 'IAPT for MUS/LTC, of named replies',
  response: 'Hospitals that answered, named',
} as const;
const LEVEL_LABELS = { region: 'NHS regions', icb: 'Integrated care boards (2022)' } as const;

interface AreaChoicesProps {
  readonly state: ExplorerState;
  readonly areaFigures: boolean;
  readonly onChange: (change: Partial<ExplorerState>) => void;
}

/** Which areas are drawn, and what they are coloured by. */
export function AreaChoices({ state, areaFigures, onChange }: AreaChoicesProps) {
  return (
    <div className="la-actions la-no-print">
      <SelectField
        label="Boundaries"
        value={state.level}
        choices={AREA_LEVELS.map((level) => ({ value: level, label: LEVEL_LABELS[level] }))}
        onChange={(level) => onChange({ level: AREA_LEVELS.find((known) => known === level) ?? 'region' })}
      />
      {areaFigures ? (
        <SelectField
          label="Colour areas by"
          value={state.measure}
          choices={AREA_MEASURES.map((measure) => ({ value: measure, label: MEASURE_LABELS[measure] }))}
          onChange={(measure) =>
            onChange({ measure: AREA_MEASURES.find((known) => known === measure) ?? 'none' })
          }
        />
      ) : (
        <p>Areas are not coloured: this round is not published by area.</p>
      )}
    </div>
  );
}
