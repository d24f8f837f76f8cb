import { lazy, Suspense } from 'react';

import { SelectField } from '../../components/select-field.js';
import { type ExplorerState, hasFilters, MAP_LAYERS } from './explorer-state.js';
import { LAYER_WORDS } from './layers/layer-words.js';

const YearSlider = lazy(() =>
  import('./layers/year-slider.js').then((module) => ({ default: module.YearSlider })),
);

interface LayerChoiceProps {
  readonly state: ExplorerState;
  readonly onChange: (change: Partial<ExplorerState>) => void;
}

/** What list and map show, with the years of the programme where the layer has them. */
export function LayerChoice({ state, onChange }: LayerChoiceProps) {
  const { layer, year } = state;
  return (
    <div className="la-no-print">
      <SelectField
        label="Layer"
        value={layer}
        choices={MAP_LAYERS.map((value) => ({ value, label: LAYER_WORDS[value].choice }))}
        onChange={(value) =>
          onChange({
            layer: MAP_LAYERS.find((known) => known === value) ?? 'ladder',
            selected: '',
            page: 1,
          })
        }
      />
      {!LAYER_WORDS[layer].filtered && hasFilters(state) && (
        <p className="la-source">The filters narrow hospitals; this layer is shown whole.</p>
      )}
      {layer === 'early' && (
        <Suspense fallback={null}>
          <YearSlider year={year} onYear={(to) => onChange({ year: to })} />
        </Suspense>
      )}
    </div>
  );
}
