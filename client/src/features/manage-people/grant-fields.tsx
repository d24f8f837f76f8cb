import { type GivenRole, GIVEN_ROLES } from '@liaison-atlas/shared/access/permissions';
import { type ScopeKind, SCOPES_OF_ROLE, SURVEY_ID } from '@liaison-atlas/shared/access/scope';
import type { ResultOf } from 'gql.tada';

import { SelectField } from '../../components/select-field.js';
import { TextField } from '../../components/text-field.js';
import { roleDoes, roleLabel } from '../../lib/role-words.js';
import type { peoplePlacesQuery } from './manage-people.graphql.js';

/** A role and where it is to hold, as it is being chosen. */
export interface ChosenGrant {
  readonly role: GivenRole;
  readonly scopeKind: ScopeKind;
  readonly scopeId: string;
}

/** What a role can be limited to. */
export type Places = Pick<ResultOf<typeof peoplePlacesQuery>, 'rounds' | 'areas'>;

const KINDS: Readonly<Record<ScopeKind, string>> = {
  survey: 'The whole survey',
  round: 'One round',
  region: 'One region',
  hospital: 'One hospital',
};

/** The choice that a role begins with: its widest scope, and there the first place. */
export function firstChoice(role: GivenRole, places: Places): ChosenGrant {
  const [scopeKind = 'survey'] = SCOPES_OF_ROLE[role];
  return { role, scopeKind, scopeId: firstPlace(scopeKind, places) };
}

function firstPlace(kind: ScopeKind, { rounds, areas }: Places): string {
  if (kind === 'survey') return SURVEY_ID;
  if (kind === 'round') return rounds[0]?.id ?? '';
  return kind === 'region' ? (areas[0]?.code ?? '') : '';
}

interface GrantFieldsProps {
  readonly value: ChosenGrant;
  readonly places: Places;
  /** What is wrong with the place; '' = nothing. */
  readonly problem: string;
  readonly onChange: (value: ChosenGrant) => void;
}

/** Chooses a role, and where it holds; offers only what makes sense for the role. */
export function GrantFields({ value, places, problem, onChange }: GrantFieldsProps) {
  const kinds = SCOPES_OF_ROLE[value.role];
  const setPlace = (scopeId: string) => onChange({ ...value, scopeId });
  return (
    <>
      <SelectField
        label="Role"
        value={value.role}
        choices={GIVEN_ROLES.map((role) => ({ value: role, label: `${roleLabel(role)}: ${roleDoes(role)}` }))}
        onChange={(role) =>
          onChange(firstChoice(GIVEN_ROLES.find((each) => each === role) ?? 'coder', places))
        }
      />
      {kinds.length > 1 && (
        <SelectField
          label="Where"
          value={value.scopeKind}
          choices={kinds.map((kind) => ({ value: kind, label: KINDS[kind] }))}
          onChange={(kind) => {
            const scopeKind = kinds.find((each) => each === kind) ?? 'survey';
            onChange({ ...value, scopeKind, scopeId: firstPlace(scopeKind, places) });
          }}
        />
      )}
      {value.scopeKind === 'round' && (
        <SelectField
          label="Round"
          value={value.scopeId}
          choices={places.rounds.map(({ id, title }) => ({ value: id, label: title }))}
          onChange={setPlace}
        />
      )}
      {value.scopeKind === 'region' && (
        <SelectField
          label="Region"
          value={value.scopeId}
          choices={places.areas.map(({ code, name }) => ({ value: code, label: name }))}
          onChange={setPlace}
        />
      )}
      {value.scopeKind === 'hospital' && (
        <TextField
          label="Hospital"
          hint="Its ODS site code, such as RW603. It stands on the hospital’s page."
          value={value.scopeId}
          maxLength={12}
          problem={problem}
          onChange={setPlace}
        />
      )}
    </>
  );
}
