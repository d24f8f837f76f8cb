import { dayInWords } from '@liaison-atlas/shared/kernel/day-in-words';
import type { ResultOf } from 'gql.tada';
import { type FormEvent, useState } from 'react';
import { Link } from 'react-router';
import { useMutation } from 'urql';

import { Details } from '../../components/details.js';
import { ProblemNotice } from '../../components/notice.js';
import { roleLabel, scopeWords } from '../../lib/role-words.js';
import { toProblem } from '../../lib/to-problem.js';
import { type ChosenGrant, firstChoice, GrantFields, type Places } from './grant-fields.js';
import { giveGrantMutation, type peopleQuery, revokeGrantMutation } from './manage-people.graphql.js';

type ShownPerson = ResultOf<typeof peopleQuery>['people'][number];
type ShownGrant = ShownPerson['grants'][number];

interface PersonGrantsProps {
  readonly person: ShownPerson;
  readonly places: Places;
  readonly onChanged: () => void;
}

const wordsOf = ({ role, scopeKind, scopeId }: ShownGrant): string =>
  `${roleLabel(role)}, ${scopeWords(scopeKind, scopeId)}`;

/** A person with the roles they hold and held; roles are given and taken back here, at once. */
export function PersonGrants({ person, places, onChanged }: PersonGrantsProps) {
  const held = person.grants.filter(({ revokedAt }) => revokedAt === null);
  const past = person.grants.filter(({ revokedAt }) => revokedAt !== null);
  const [{ error, fetching }, revoke] = useMutation(revokeGrantMutation);
  const take = async (grantId: string) => {
    if (fetching) return;
    await revoke({ grantId });
    onChanged();
  };
  const name = person.name === '' ? 'Erased person' : person.name;
  return (
    <li className="la-person">
      <h3 className="nhsuk-heading-s">
        {name} <span className="la-source">{person.email}</span>
      </h3>
      <p>
        <Link to={`/manage/history?kind=person&id=${encodeURIComponent(person.id)}`}>
          History<span className="nhsuk-u-visually-hidden"> of {name}</span>
        </Link>
      </p>
      {held.length === 0 && <p>No role: cannot sign in.</p>}
      <ul>
        {held.map((grant) => (
          <li key={grant.id}>
            {wordsOf(grant)}, since {dayInWords(grant.givenAt)}{' '}
            <button type="button" className="la-link-button" onClick={() => void take(grant.id)}>
              Revoke
              <span className="nhsuk-u-visually-hidden">
                {' '}
                {wordsOf(grant)} from {name}
              </span>
            </button>
          </li>
        ))}
      </ul>
      {error && <ProblemNotice problem={toProblem(error)} />}
      {person.email !== '' && (
        <Details summary={`Give ${name} a role`}>
          <GiveForm personId={person.id} places={places} onChanged={onChanged} />
        </Details>
      )}
      {past.length > 0 && (
        <Details summary={`Roles that ${name} had`}>
          <ul>
            {past.map((grant) => (
              <li key={grant.id}>
                {wordsOf(grant)}, {dayInWords(grant.givenAt)} to {dayInWords(grant.revokedAt ?? '')}
              </li>
            ))}
          </ul>
        </Details>
      )}
    </li>
  );
}

interface GiveFormProps {
  readonly personId: string;
  readonly places: Places;
  readonly onChanged: () => void;
}

function GiveForm({ personId, places, onChanged }: GiveFormProps) {
  const [grant, setGrant] = useState<ChosenGrant>(() => firstChoice('coder', places));
  const [{ error, fetching }, give] = useMutation(giveGrantMutation);
  const problem = error && toProblem(error);
  const ofPlace = problem?.field === 'scopeId' && grant.scopeKind === 'hospital';
  const submit = async (event: FormEvent) => {
    event.preventDefault();
    if (fetching) return;
    const { data } = await give({ personId, grant });
    if (data) onChanged();
  };
  return (
    <form onSubmit={(event) => void submit(event)} noValidate>
      <GrantFields
        value={grant}
        places={places}
        problem={ofPlace ? `${problem.message} ${problem.mend}` : ''}
        onChange={setGrant}
      />
      {problem && !ofPlace && <ProblemNotice problem={problem} />}
      <button type="submit" className="nhsuk-button nhsuk-button--secondary" aria-disabled={fetching}>
        Give this role
      </button>
    </form>
  );
}
