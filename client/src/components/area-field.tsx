import { useQuery } from 'urql';

import { graphql } from '../lib/graphql.js';
import { toProblem } from '../lib/to-problem.js';
import { ProblemNotice } from './notice.js';
import { SelectField } from './select-field.js';

const areaChoicesQuery = graphql(`
  query AreaChoices {
    regions: areas(level: region) {
      code
      name
    }
    icbs: areas(level: icb) {
      code
      name
    }
    ccgs: areas(level: ccg) {
      code
      name
    }
  }
`);

interface AreaFieldProps {
  readonly label: string;
  /** Code of an area; '' = none. One that nobody knows stays visible as it is. */
  readonly value: string;
  /** What stands for none. */
  readonly none: string;
  readonly onChange: (code: string) => void;
}

/** Chooses one area: an integrated care board, a region, or a clinical commissioning group of 2018. */
export function AreaField({ label, value, none, onChange }: AreaFieldProps) {
  const [{ data, error }, again] = useQuery({ query: areaChoicesQuery });
  const known = [
    ...inGroup('Integrated care boards (2022)', data?.icbs),
    ...inGroup('Regions', data?.regions),
    ...inGroup('Clinical commissioning groups (2018)', data?.ccgs),
  ];
  const unknown = value !== '' && !known.some((one) => one.value === value);
  return (
    <>
      {error && (
        <ProblemNotice problem={toProblem(error)} onRetry={() => again({ requestPolicy: 'network-only' })} />
      )}
      <SelectField
        label={label}
        value={value}
        choices={[{ value: '', label: none }, ...(unknown ? [{ value, label: value }] : []), ...known]}
        onChange={onChange}
      />
    </>
  );
}

const inGroup = (group: string, areas: readonly { readonly code: string; readonly name: string }[] = []) =>
  areas.map(({ code, name }) => ({ value: code, label: name, group }));
