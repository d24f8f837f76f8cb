import { TRUST_STRATA, trustStratumWords } from '@liaison-atlas/shared/frame/strata';
import { useId } from 'react';

import { type Choice, SelectField } from '../../components/select-field.js';
import { type FrameState, VERDICT_FILTERS, type VerdictFilter } from './frame-state.js';
import { eligibilityWords, sizeWords } from './frame-words.js';
import type { ShownFrame } from './manage-frames.graphql.js';

interface HospitalFiltersProps {
  readonly frame: ShownFrame;
  readonly state: FrameState;
  readonly onChange: (change: Partial<FrameState>) => void;
}

const VERDICTS: readonly Choice[] = [
  { value: '', label: 'All' },
  ...VERDICT_FILTERS.map((verdict) => ({ value: verdict, label: verdictLabel(verdict) })),
];

function verdictLabel(verdict: Exclude<VerdictFilter, ''>): string {
  if (verdict === 'undecided') return 'Not known, to be decided';
  return verdict === 'decided' ? 'Decided by a person' : eligibilityWords(verdict);
}

/** What narrows the list of hospitals: words, verdict and strata. */
export function HospitalFilters({ frame, state, onChange }: HospitalFiltersProps) {
  const id = useId();
  const regions = new Map(
    frame.units.map(({ regionCode, region }) => [regionCode, region === '' ? 'Region not known' : region]),
  );
  const sizes = [...new Set(frame.units.map(({ sizeBand }) => sizeBand))].sort();
  return (
    <form
      className="la-frame-filters la-no-print"
      aria-label="Filters"
      onSubmit={(event) => event.preventDefault()}
    >
      <div className="nhsuk-form-group la-field">
        <label className="nhsuk-label" htmlFor={id}>
          Name, code, town or trust
        </label>
        <input
          className="nhsuk-input"
          id={id}
          type="search"
          defaultValue={state.text}
          maxLength={100}
          autoComplete="off"
          onChange={(event) => onChange({ text: event.target.value.trim(), page: 1 })}
        />
      </div>
      <SelectField
        label="Belongs to the frame"
        value={state.verdict}
        choices={VERDICTS}
        onChange={(chosen) =>
          onChange({ verdict: VERDICT_FILTERS.find((known) => known === chosen) ?? '', page: 1 })
        }
      />
      <SelectField
        label="Region"
        value={state.region}
        choices={[
          { value: '', label: 'All regions' },
          ...[...regions]
            .filter(([code]) => code !== '')
            .sort(([, a], [, b]) => (a < b ? -1 : 1))
            .map(([value, label]) => ({ value, label })),
        ]}
        onChange={(region) => onChange({ region, page: 1 })}
      />
      <SelectField
        label="Kind of trust"
        value={state.trustType}
        choices={[
          { value: '', label: 'All kinds' },
          ...TRUST_STRATA.filter((type) => frame.units.some(({ trustType }) => trustType === type)).map(
            (type) => ({ value: type, label: trustStratumWords(type) }),
          ),
        ]}
        onChange={(trustType) => onChange({ trustType, page: 1 })}
      />
      <SelectField
        label="Size"
        value={state.size}
        choices={[
          { value: '', label: 'All sizes' },
          ...sizes.map((band) => ({ value: band, label: sizeWords(band) })),
        ]}
        onChange={(size) => onChange({ size, page: 1 })}
      />
    </form>
  );
}
