import { dayInWords } from '@liaison-atlas/shared/kernel/day-in-words';
import { useState } from 'react';
import { useMutation } from 'urql';

import { ConfirmDialog } from '../../components/confirm-dialog.js';
import { DataTable } from '../../components/data-table.js';
import { InsetText } from '../../components/notice.js';
import { TextField } from '../../components/text-field.js';
import { countOf, formatMoment } from '../../lib/format.js';
import { giveReplyLinkMutation, openRightOfReplyMutation, type ShownDesk } from './release-desk.graphql.js';
import { saidWords, toReplyCounts } from './to-reply-counts.js';
import type { DeskOutcome } from './use-desk.js';

interface RightOfReplyProps {
  readonly desk: ShownDesk;
  readonly outcome: DeskOutcome;
}

/** Shows each hospital what would stand under its name, and what came back. */
export function RightOfReply({ desk, outcome }: RightOfReplyProps) {
  const { roundId, reply, hospitals } = desk;
  const [days, setDays] = useState('14');
  const [asking, setAsking] = useState(false);
  const [, open] = useMutation(openRightOfReplyMutation);
  const counts = toReplyCounts(hospitals);
  const confirm = async () => {
    await outcome.send(
      open({ roundId, days: /^\d{1,3}$/.test(days.trim()) ? Number(days) : 0 }),
      'The right of reply is open.',
    );
    setAsking(false);
  };
  return (
    <section aria-labelledby="reply-heading">
      <h2 id="reply-heading">Right of reply</h2>
      {reply === null ? (
        <p>No hospital has been shown yet what would stand under its name.</p>
      ) : (
        <>
          <p>
            Opened {formatMoment(reply.openedAt)} from freeze {reply.freezeNumber}.{' '}
            {reply.isRunning
              ? `Hospitals can reply until ${dayInWords(reply.endsAt)}; a final release before that needs a reason, which becomes public.`
              : reply.closedAt === null
                ? `It ended on ${dayInWords(reply.endsAt)}.`
                : `It was ended on ${dayInWords(reply.closedAt)}.`}
          </p>
          <p>
            {countOf(counts.offered, 'hospital')} with answers: {counts.linked} have a link, {counts.opened}{' '}
            opened it, {counts.right} said that all is right, {counts.wrong} that something is wrong.{' '}
            {counts.scores} refused the naming of the score, {counts.quotations} of quotations.
          </p>
        </>
      )}
      {desk.freezeNumber !== null && (
        <form
          className="la-no-print"
          onSubmit={(event) => {
            event.preventDefault();
            setAsking(true);
          }}
        >
          <TextField
            label="Days to reply"
            hint="From 1 to 90."
            value={days}
            maxLength={3}
            onChange={setDays}
          />
          <button type="submit" className={`nhsuk-button${reply === null ? '' : ' nhsuk-button--secondary'}`}>
            {reply === null ? 'Open the right of reply' : 'Open it once more'}
          </button>
        </form>
      )}
      {asking && (
        <ConfirmDialog
          heading="Open the right of reply?"
          action="Yes, open it"
          busy={outcome.busy}
          onConfirm={() => void confirm()}
          onClose={() => setAsking(false)}
        >
          <p>
            Every hospital with answers is offered its row. Everybody who was invited for one of them gets a
            mail with a link.
            {reply?.isRunning ? ' The links of the right of reply that runs now stop working.' : ''}
          </p>
        </ConfirmDialog>
      )}
      {hospitals.length > 0 && <Hospitals desk={desk} outcome={outcome} />}
    </section>
  );
}

function Hospitals({ desk: { roundId, hospitals, reply }, outcome }: RightOfReplyProps) {
  const [, give] = useMutation(giveReplyLinkMutation);
  const [given, setGiven] = useState({ hospital: '', link: '' });
  const hand = async (odsCode: string, hospital: string) => {
    const answer = give({ roundId, odsCode });
    const stored = await outcome.send(answer, `A link for ${hospital} is shown below.`);
    const change = (await answer).data?.change;
    if (stored && change?.__typename === 'ReplyLink') setGiven({ hospital, link: change.link });
  };
  return (
    <>
      {given.link !== '' && (
        <InsetText>
          <p>
            Hand this link to {given.hospital} yourself; it is shown only now. Whoever has it replies for the
            hospital.
          </p>
          <p className="la-hash">
            <a href={given.link}>{given.link}</a>
          </p>
        </InsetText>
      )}
      <DataTable
        caption="Hospitals and their replies"
        keyOf={({ odsCode }) => odsCode}
        rows={hospitals}
        columns={[
          { id: 'hospital', heading: 'Hospital', names: true, cell: ({ hospital }) => hospital },
          { id: 'link', heading: 'Link', cell: ({ linked }) => (linked ? 'has one' : 'nobody to write to') },
          {
            id: 'opened',
            heading: 'Opened',
            cell: ({ openedAt }) => (openedAt === '' ? 'not yet' : formatMoment(openedAt)),
          },
          { id: 'said', heading: 'Reply', cell: saidWords },
          {
            id: 'act',
            heading: 'Act',
            cell: ({ odsCode, hospital }) =>
              reply?.isRunning ? (
                <button
                  type="button"
                  className="la-link-button"
                  aria-disabled={outcome.busy}
                  onClick={() => !outcome.busy && void hand(odsCode, hospital)}
                >
                  Make a link<span className="nhsuk-u-visually-hidden"> for {hospital}</span>
                </button>
              ) : (
                'none'
              ),
          },
        ]}
      />
    </>
  );
}
