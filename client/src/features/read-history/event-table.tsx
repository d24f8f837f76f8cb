import { referenceNumber } from '@liaison-atlas/shared/fieldwork/reference-number';
import { Link } from 'react-router';

import { DataTable } from '../../components/data-table.js';
import { Details } from '../../components/details.js';
import { countOf, formatMoment } from '../../lib/format.js';
import { actionWords, actorWords, factWords, valueWords } from './action-words.js';
import { toHistoryPath } from './history-state.js';
import type { ShownEvent } from './read-history.graphql.js';

interface EventTableProps {
  readonly caption: string;
  readonly events: readonly ShownEvent[];
  /** Whether the names of people lead to what they did. */
  readonly linksPeople: boolean;
  /** The thing whose history it is: it does not link to itself. */
  readonly ownId: string;
}

/** Events as rows: when, what, by whom, and what was before and is since. */
export function EventTable({ caption, events, linksPeople, ownId }: EventTableProps) {
  return (
    <DataTable<ShownEvent>
      caption={caption}
      columns={[
        { id: 'at', heading: 'When', cell: ({ at }) => formatMoment(at) },
        { id: 'what', heading: 'What', names: true, cell: (event) => <What event={event} ownId={ownId} /> },
        {
          id: 'who',
          heading: 'Who',
          cell: (event) => <Who event={event} links={linksPeople} ownId={ownId} />,
        },
        { id: 'changes', heading: 'Before and after', cell: (event) => <Changes event={event} /> },
      ]}
      rows={events}
      keyOf={({ seq }) => String(seq)}
    />
  );
}

const UUID = /^[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12}$/;

function What({ event, ownId }: { readonly event: ShownEvent; readonly ownId: string }) {
  const { action, entity, entityId, subjects, reason } = event;
  const isOtherForm = entity === 'response' && entityId !== ownId && UUID.test(entityId);
  return (
    <>
      {actionWords(action)}
      {isOtherForm && (
        <div className="la-source">
          <Link to={toHistoryPath({ kind: 'form', id: entityId })}>Form {referenceNumber(entityId)}</Link>
        </div>
      )}
      {subjects > 1 && <div className="la-source">One act on {countOf(subjects, 'thing')}</div>}
      {reason !== '' && <div className="la-source">Reason: {valueWords(reason)}</div>}
    </>
  );
}

interface WhoProps {
  readonly event: ShownEvent;
  readonly links: boolean;
  readonly ownId: string;
}

function Who({ event: { actorKind, actorName, actorId }, links, ownId }: WhoProps) {
  const words = actorWords(actorKind, actorName);
  return links && actorKind === 'person' && actorId !== ownId ? (
    <Link to={toHistoryPath({ kind: 'person', id: actorId })}>{words}</Link>
  ) : (
    words
  );
}

function Changes({ event: { seq, entity, entityId, changes, facts } }: { readonly event: ShownEvent }) {
  return (
    <>
      {changes.length > 0 && (
        <ul className="la-history-changes">
          {changes.map(({ name, before, after }) => (
            <li key={name}>
              {factWords(name)}: {shown(before)} <span aria-hidden="true">→</span>
              <span className="nhsuk-u-visually-hidden">, then</span> {shown(after)}
            </li>
          ))}
        </ul>
      )}
      {changes.length === 0 && 'Not kept'}
      <Details summary={`Event ${seq} of the audit trail`}>
        <ul>
          <li className="la-history-fact">
            {factWords(entity)}: {entityId}
          </li>
          {facts.map(({ name, value }) => (
            <li key={name} className="la-history-fact">
              {factWords(name)}: {value === '' ? 'none' : valueWords(value)}
            </li>
          ))}
        </ul>
      </Details>
    </>
  );
}

const shown = (value: string | null): string => (value === null ? 'none' : valueWords(value));
