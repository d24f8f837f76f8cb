import { COMPETING_IN_REACH } from '@liaison-atlas/shared/commissioning/register/duplication';
import { Link } from 'react-router';

import { WarningCallout } from '../../components/notice.js';
import type { ShownDuplication } from './service-register.graphql.js';

/** Where a planned in-reach meets another service; nothing where none does. */
export function DuplicationNotice({ duplications }: { readonly duplications: readonly ShownDuplication[] }) {
  if (duplications.length === 0) return null;
  return (
    <WarningCallout heading="Planned in-reach beside an existing service">
      <p>{COMPETING_IN_REACH}</p>
      <ul>
        {duplications.map(({ odsCode, hospital, plannedId, otherId, text }) => (
          <li key={`${odsCode} ${plannedId} ${otherId}`}>
            <Link to={`/hospitals/${odsCode}`}>{hospital}</Link>: {text}
          </li>
        ))}
      </ul>
    </WarningCallout>
  );
}
