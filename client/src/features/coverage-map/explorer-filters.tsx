import { LADDER_CODES } from '@liaison-atlas/shared/analysis/ladder-code';
import { SITE_CATEGORIES } from '@liaison-atlas/shared/frame/hospital';
import { siteCategoryWords } from '@liaison-atlas/shared/frame/site-category-words';
import { useId, useState } from 'react';

import { type Choice, SelectField } from '../../components/select-field.js';
import { markedRoundTitle } from '../../lib/round-words.js';
import type { ExplorerState } from './explorer-state.js';
import { hasFilters, withoutFilters } from './explorer-state.js';
import type { MapRound, ReleasedHospital, ShownRelease } from './released-hospital.js';
import { toLegend } from './to-map-picture.js';

interface ExplorerFiltersProps {
  readonly state: ExplorerState;
  readonly release: ShownRelease;
  readonly rounds: readonly MapRound[];
  readonly onChange: (change: Partial<ExplorerState>) => void;
}

/** Everything that narrows or colours what is shown. */
export function ExplorerFilters({ state, release, rounds, onChange }: ExplorerFiltersProps) {
  const { hospitals } = release;
  // On a narrow screen the list comes first and the filters wait folded.
  const [openAtFirst] = useState(() => window.matchMedia('(min-width: 61.875em)').matches);
  const regions = distinct(hospitals, ({ regionCode, region }) => [regionCode, region]);
  const inRegion = regions.some(({ value }) => value === state.area)
    ? hospitals.filter(({ regionCode }) => regionCode === state.area)
    : hospitals;
  const icbs = distinct(inRegion, ({ icbCode, icb }) => [icbCode, icb]);
  const trusts = distinct(
    hospitals.filter(
      ({ icbCode, regionCode }) => state.area === '' || icbCode === state.area || regionCode === state.area,
    ),
    ({ trustCode, trust }) => [trustCode, trust],
  );
  const words = new Map(toLegend(hospitals).map(({ code, text }) => [code, text]));
  const setArea = (area: string) => {
    const level = area === '' ? state.level : regions.some(({ value }) => value === area) ? 'region' : 'icb';
    onChange({ area, level, trust: '', page: 1 });
  };
  return (
    <details className="la-filters" open={openAtFirst}>
      <summary>Filters</summary>
      <form aria-label="Filters" onSubmit={(event) => event.preventDefault()}>
        <SelectField
          label="Round"
          value={release.round.id}
          choices={rounds.map((round) => ({
            value: round.id,
            label: markedRoundTitle(round),
          }))}
          onChange={(round) => onChange({ ...withoutFilters(state), round, selected: '' })}
        />
        <TextFilter text={state.text} onText={(text) => onChange({ text, page: 1 })} />
        <SelectField
          label="Region"
          value={regions.some(({ value }) => value === state.area) ? state.area : ''}
          choices={[{ value: '', label: 'All regions' }, ...regions]}
          onChange={setArea}
        />
        <SelectField
          label="Integrated care board (ICB)"
          value={icbs.some(({ value }) => value === state.area) ? state.area : ''}
          choices={[{ value: '', label: 'All ICBs' }, ...icbs]}
          onChange={setArea}
        />
        <SelectField
          label="Trust (as at February 2018)"
          value={state.trust}
          choices={[{ value: '', label: 'All trusts' }, ...trusts]}
          onChange={(trust) => onChange({ trust, page: 1 })}
        />
        <SelectField
          label="What is reported"
          value={state.category}
          choices={[
            { value: '', label: 'Everything' },
            ...LADDER_CODES.filter((code) => words.has(code)).map((code) => ({
              value: code,
              label: words.get(code) ?? code,
            })),
          ]}
          onChange={(code) =>
            onChange({ category: LADDER_CODES.find((known) => known === code) ?? '', page: 1 })
          }
        />
        <SelectField
          label="Kind of site"
          value={state.siteCategory}
          choices={[
            { value: '', label: 'All kinds' },
            ...SITE_CATEGORIES.filter((kind) =>
              hospitals.some(({ siteCategory }) => siteCategory === kind),
            ).map((kind) => ({
              value: kind,
              label: siteCategoryWords(kind),
            })),
          ]}
          onChange={(kind) =>
            onChange({ siteCategory: SITE_CATEGORIES.find((known) => known === kind) ?? '', page: 1 })
          }
        />
        {hasFilters(state) && (
          <button
            type="button"
            className="nhsuk-button nhsuk-button--secondary nhsuk-button--small"
            onClick={() => onChange(withoutFilters(state))}
          >
            Clear all filters
          </button>
        )}
      </form>
    </details>
  );
}

function TextFilter({ text, onText }: { readonly text: string; readonly onText: (text: string) => void }) {
  const id = useId();
  const [typed, setTyped] = useState(text);
  const [seen, setSeen] = useState(text);
  // The address drops blanks at the ends; while typing they must stay.
  if (text !== seen) {
    setSeen(text);
    if (typed.trim() !== text) setTyped(text);
  }
  return (
    <div className="nhsuk-form-group">
      <label className="nhsuk-label" htmlFor={id}>
        Name contains
      </label>
      <input
        className="nhsuk-input"
        id={id}
        type="search"
        value={typed}
        maxLength={100}
        autoComplete="off"
        onChange={(event) => {
          setTyped(event.target.value);
          onText(event.target.value.trim());
        }}
      />
    </div>
  );
}

function distinct(
  hospitals: readonly ReleasedHospital[],
  read: (hospital: ReleasedHospital) => readonly [string, string],
): readonly Choice[] {
  return [...new Map(hospitals.map(read))]
    .map(([value, label]) => ({ value, label }))
    .sort((a, b) => a.label.localeCompare(b.label, 'en-GB'));
}
