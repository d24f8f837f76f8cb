import {
  HOURS_WORDS,
  KIND_WORDS,
  NOT_KNOWN,
  STATUS_WORDS,
  TIER_WORDS,
} from '@liaison-atlas/shared/commissioning/register/service-words';
import { dayInWords } from '@liaison-atlas/shared/kernel/day-in-words';
import { Link } from 'react-router';

import { DataTable } from '../../components/data-table.js';
import { countOf } from '../../lib/format.js';
import type { ListedService } from './service-register.graphql.js';

const orNotKnown = (text: string): string => (text === '' ? NOT_KNOWN : text);

/** Staff and other resources in one cell; what nobody has told is said. */
const resourcesOf = ({ wte, resources }: ListedService): string =>
  `${wte === null ? 'staff not known' : `${wte} WTE`}; ${resources === '' ? 'others not known' : resources}`;

/** Services in a table: who, what, when, how, outcomes, resources, and how old that is. */
export function ServiceList({
  caption,
  services,
}: {
  readonly caption: string;
  readonly services: readonly ListedService[];
}) {
  return (
    <DataTable<ListedService>
      caption={caption}
      columns={[
        {
          id: 'name',
          heading: 'Service',
          names: true,
          cell: ({ id, name, kind, tier }) => (
            <>
              <Link to={`/services/${id}`}>{name}</Link>
              <br />
              {KIND_WORDS[kind]}
              {kind === 'liaison_team' && `, tier ${TIER_WORDS[tier]}`}
            </>
          ),
        },
        { id: 'who', heading: 'Who', cell: ({ provider }) => orNotKnown(provider) },
        { id: 'what', heading: 'What', cell: ({ what }) => orNotKnown(what) },
        { id: 'when', heading: 'When', cell: ({ hours }) => HOURS_WORDS[hours] },
        {
          id: 'how',
          heading: 'Where and how',
          cell: ({ hospitals }) =>
            hospitals.length === 0 ? (
              NOT_KNOWN
            ) : (
              <ul>
                {hospitals.map(({ odsCode, hospital, value }) => (
                  <li key={odsCode}>
                    <Link to={`/hospitals/${odsCode}`}>{hospital}</Link>: {value}
                  </li>
                ))}
              </ul>
            ),
        },
        { id: 'outcomes', heading: 'Outcomes', cell: ({ outcomes }) => orNotKnown(outcomes) },
        { id: 'resources', heading: 'Resources', cell: resourcesOf },
        { id: 'status', heading: 'Status', cell: ({ status }) => STATUS_WORDS[status] },
        {
          id: 'age',
          heading: 'Last confirmed',
          cell: ({ lastConfirmedOn, lastConfirmedBy, fadedFacts }) => (
            <>
              {lastConfirmedOn === '' ? NOT_KNOWN : `${dayInWords(lastConfirmedOn)}, ${lastConfirmedBy}`}
              {fadedFacts > 0 && (
                <>
                  {'. '}
                  <strong>{countOf(fadedFacts, 'fact')} faded</strong>
                </>
              )}
            </>
          ),
        },
      ]}
      rows={services}
      keyOf={({ id }) => id}
    />
  );
}
