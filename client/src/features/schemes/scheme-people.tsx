import {
  INVITATION_DAYS,
  LEVEL_WORDS,
  type SchemeLevel,
} from '@liaison-atlas/shared/commissioning/scheme/scheme-levels';
import { useState } from 'react';
import { useNavigate } from 'react-router';
import { useMutation } from 'urql';

import { ConfirmDialog } from '../../components/confirm-dialog.js';
import { DataTable } from '../../components/data-table.js';
import { ProblemNotice } from '../../components/notice.js';
import { formatMoment } from '../../lib/format.js';
import { toProblem } from '../../lib/to-problem.js';
import {
  deleteSchemeMutation,
  inviteToSchemeMutation,
  leaveSchemeMutation,
  setSchemeLevelMutation,
  type ShownScheme,
  takeBackInvitationMutation,
} from './schemes.graphql.js';

/** What is asked before it is done. */
type Asked =
  | { readonly what: 'delete' | 'leave' }
  | { readonly what: 'hand-over' | 'take-out'; readonly memberId: string; readonly name: string };

interface SchemePeopleProps {
  readonly scheme: ShownScheme;
  readonly onChanged: () => void;
}

/** Who is in a scheme: links to let somebody in, leaving, handing over, and erasing all of it. */
export function SchemePeople({ scheme, onChanged }: SchemePeopleProps) {
  const { id, level, members, invitations } = scheme;
  const isOwner = level === 'owner';
  const [link, setLink] = useState('');
  const [asked, setAsked] = useState<Asked>();
  const [invited, invite] = useMutation(inviteToSchemeMutation);
  const [takenBack, takeBack] = useMutation(takeBackInvitationMutation);
  const [changed, setLevel] = useMutation(setSchemeLevelMutation);
  const [left, leave] = useMutation(leaveSchemeMutation);
  const [deleted, erase] = useMutation(deleteSchemeMutation);
  const navigate = useNavigate();
  const error = invited.error ?? takenBack.error ?? changed.error ?? left.error ?? deleted.error;
  const makeLink = async (to: SchemeLevel) => {
    const { data } = await invite({ id, level: to });
    if (!data) return;
    setLink(`${window.location.origin}${data.inviteToScheme}`);
    onChanged();
  };
  const confirm = async () => {
    if (asked === undefined) return;
    setAsked(undefined);
    if (!('memberId' in asked)) {
      const { data } = asked.what === 'delete' ? await erase({ id }) : await leave({ id });
      if (data) await navigate('/schemes');
      return;
    }
    const to = asked.what === 'hand-over' ? 'owner' : null;
    const { data } = await setLevel({ input: { id, memberId: asked.memberId, level: to } });
    if (data) onChanged();
  };
  return (
    <section aria-labelledby="scheme-people">
      <h2 id="scheme-people">Who can see it</h2>
      {error && <ProblemNotice problem={toProblem(error)} />}
      <DataTable
        caption="Members"
        columns={[
          {
            id: 'name',
            heading: 'Name',
            names: true,
            cell: ({ name, isYou }) => `${name || 'name erased'}${isYou ? ' (you)' : ''}`,
          },
          { id: 'level', heading: 'May', cell: (one) => LEVEL_WORDS[one.level] },
          {
            id: 'do',
            heading: 'Change',
            cell: ({ memberId, name, isYou, level: held }) =>
              !isOwner || isYou ? (
                '–'
              ) : (
                <>
                  <button
                    type="button"
                    className="la-link-button"
                    onClick={async () => {
                      const to = held === 'view' ? 'edit' : 'view';
                      const { data } = await setLevel({ input: { id, memberId, level: to } });
                      if (data) onChanged();
                    }}
                  >
                    {held === 'view' ? 'Let change' : 'Let read only'}
                    <span className="nhsuk-u-visually-hidden">: {name}</span>
                  </button>{' '}
                  <button
                    type="button"
                    className="la-link-button"
                    onClick={() => setAsked({ what: 'hand-over', memberId, name })}
                  >
                    Hand over<span className="nhsuk-u-visually-hidden"> to {name}</span>
                  </button>{' '}
                  <button
                    type="button"
                    className="la-link-button"
                    onClick={() => setAsked({ what: 'take-out', memberId, name })}
                  >
                    Take out<span className="nhsuk-u-visually-hidden"> {name}</span>
                  </button>
                </>
              ),
          },
        ]}
        rows={members}
        keyOf={({ memberId }) => memberId}
      />
      {isOwner && (
        <>
          <h3>Let somebody in</h3>
          <p>
            You get a link that works once, within {INVITATION_DAYS} days, and pass it on yourself: no address
            is stored here.
          </p>
          <div className="la-actions">
            {(['view', 'edit'] as const).map((to) => (
              <button
                key={to}
                type="button"
                className="nhsuk-button nhsuk-button--secondary nhsuk-button--small"
                onClick={() => void makeLink(to)}
              >
                {to === 'view' ? 'Link to read' : 'Link to change'}
              </button>
            ))}
          </div>
          {link !== '' && (
            <div className="nhsuk-form-group">
              <label className="nhsuk-label" htmlFor="scheme-link">
                The link, shown this once
              </label>
              <input
                className="nhsuk-input"
                id="scheme-link"
                readOnly
                value={link}
                onFocus={(event) => event.target.select()}
              />
            </div>
          )}
          {invitations.length > 0 && (
            <ul>
              {invitations.map((one) => (
                <li key={one.id}>
                  Unused link ({LEVEL_WORDS[one.level]}), until {formatMoment(one.expiresAt)}{' '}
                  <button
                    type="button"
                    className="la-link-button"
                    onClick={async () => {
                      const { data } = await takeBack({ id, invitationId: one.id });
                      if (data) onChanged();
                    }}
                  >
                    Take back
                  </button>
                </li>
              ))}
            </ul>
          )}
        </>
      )}
      <div className="la-actions">
        {(!isOwner || members.length === 1) && (
          <button
            type="button"
            className="nhsuk-button nhsuk-button--secondary nhsuk-button--small"
            onClick={() => setAsked({ what: isOwner ? 'delete' : 'leave' })}
          >
            {isOwner ? 'Leave and erase the scheme' : 'Leave the scheme'}
          </button>
        )}
        {isOwner && members.length > 1 && (
          <button
            type="button"
            className="nhsuk-button nhsuk-button--secondary nhsuk-button--small"
            onClick={() => setAsked({ what: 'delete' })}
          >
            Erase the scheme for everybody
          </button>
        )}
      </div>
      {asked && (
        <ConfirmDialog
          heading={QUESTIONS[asked.what]}
          action={ACTIONS[asked.what]}
          busy={deleted.fetching || left.fetching || changed.fetching}
          onConfirm={() => void confirm()}
          onClose={() => setAsked(undefined)}
        >
          <p>
            {'name' in asked && `${asked.name || 'This member'}. `}
            {CONSEQUENCES[asked.what]}
          </p>
        </ConfirmDialog>
      )}
    </section>
  );
}

const QUESTIONS: Readonly<Record<Asked['what'], string>> = {
  delete: 'Erase this scheme?',
  leave: 'Leave this scheme?',
  'hand-over': 'Hand this scheme over?',
  'take-out': 'Take this member out?',
};
const ACTIONS: Readonly<Record<Asked['what'], string>> = {
  delete: 'Erase it',
  leave: 'Leave it',
  'hand-over': 'Hand it over',
  'take-out': 'Take out',
};
const CONSEQUENCES: Readonly<Record<Asked['what'], string>> = {
  delete:
    'It goes with all its versions, for everybody in it, and cannot be brought back. Download it first.',
  leave: 'You cannot come back without a new link.',
  'hand-over': 'They become the owner. You may still change the scheme, and can then leave it.',
  'take-out': 'They cannot see the scheme any more. What they have downloaded stays with them.',
};
