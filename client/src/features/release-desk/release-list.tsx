import { useState } from 'react';
import { Link } from 'react-router';
import { useMutation } from 'urql';

import { ConfirmDialog } from '../../components/confirm-dialog.js';
import { DataTable } from '../../components/data-table.js';
import { TextArea } from '../../components/text-area.js';
import { TextField } from '../../components/text-field.js';
import { formatMoment } from '../../lib/format.js';
import { releaseKindWords } from '../../lib/round-words.js';
import { setReleaseDoiMutation, type ShownRelease, withdrawReleaseMutation } from './release-desk.graphql.js';
import type { DeskOutcome } from './use-desk.js';

interface ReleaseListProps {
  readonly roundId: string;
  readonly releases: readonly ShownRelease[];
  readonly outcome: DeskOutcome;
}

type Asked = { readonly what: 'withdraw' | 'doi'; readonly number: number };

/** Every release of the round with what has become of it; withdrawing, and the DOI. */
export function ReleaseList({ roundId, releases, outcome }: ReleaseListProps) {
  const [asked, setAsked] = useState<Asked | null>(null);
  const [text, setText] = useState('');
  const [, withdraw] = useMutation(withdrawReleaseMutation);
  const [, setDoi] = useMutation(setReleaseDoiMutation);
  const ask = (what: Asked['what'], number: number) => {
    setText('');
    setAsked({ what, number });
  };
  const confirm = async () => {
    if (asked === null) return;
    const { what, number } = asked;
    const change =
      what === 'withdraw'
        ? withdraw({ roundId, number, reason: text })
        : setDoi({ roundId, number, doi: text });
    await outcome.send(
      change,
      what === 'withdraw' ? `Release ${number} is withdrawn.` : `Release ${number} has its DOI.`,
    );
    setAsked(null);
  };
  return (
    <section aria-labelledby="releases-heading">
      <h2 id="releases-heading">Releases</h2>
      {releases.length === 0 && <p>Nothing of this round has been released yet.</p>}
      {releases.length > 0 && (
        <DataTable
          caption="Releases, the newest first"
          rows={releases}
          keyOf={({ release }) => String(release.number)}
          columns={[
            {
              id: 'number',
              heading: 'Release',
              names: true,
              cell: ({ release: { number } }) => (
                <Link to={`/rounds/${encodeURIComponent(roundId)}?release=${number}`}>Release {number}</Link>
              ),
            },
            {
              id: 'published',
              heading: 'Published',
              cell: ({ release }) =>
                `${formatMoment(release.publishedAt)}, ${releaseKindWords(release.kind)}`,
            },
            { id: 'status', heading: 'Now', cell: ({ status }) => statusWords(status) },
            { id: 'doi', heading: 'DOI', cell: ({ status }) => status.doi || 'none' },
            {
              id: 'act',
              heading: 'Act',
              cell: ({ release: { number }, status }) => (
                <>
                  <button type="button" className="la-link-button" onClick={() => ask('doi', number)}>
                    Set the DOI<span className="nhsuk-u-visually-hidden"> of release {number}</span>
                  </button>
                  {status.withdrawn === null && (
                    <>
                      <br />
                      <button
                        type="button"
                        className="la-link-button"
                        onClick={() => ask('withdraw', number)}
                      >
                        Withdraw<span className="nhsuk-u-visually-hidden"> release {number}</span>
                      </button>
                    </>
                  )}
                </>
              ),
            },
          ]}
        />
      )}
      {asked?.what === 'withdraw' && (
        <ConfirmDialog
          heading={`Withdraw release ${asked.number}?`}
          action="Yes, withdraw it"
          busy={outcome.busy}
          onConfirm={() => void confirm()}
          onClose={() => setAsked(null)}
        >
          <p>
            Its address stays and says that it was withdrawn, when and why; its figures and files are shown no
            more. This cannot be taken back. Where figures are only to be corrected, publish an erratum
            instead.
          </p>
          <TextArea label="Why (becomes public)" rows={3} maxLength={1000} value={text} onChange={setText} />
        </ConfirmDialog>
      )}
      {asked?.what === 'doi' && (
        <ConfirmDialog
          heading={`DOI of release ${asked.number}`}
          action="Set it"
          busy={outcome.busy}
          onConfirm={() => void confirm()}
          onClose={() => setAsked(null)}
        >
          <TextField
            label="DOI"
            hint="As 10.1234/something. The release itself does not change; its citation does."
            maxLength={250}
            value={text}
            onChange={setText}
          />
        </ConfirmDialog>
      )}
    </section>
  );
}

function statusWords({ withdrawn, replacedBy, replaces }: ShownRelease['status']): string {
  return [
    ...(withdrawn === null ? [] : [`withdrawn: ${withdrawn.why}`]),
    ...(replacedBy === null ? [] : [`replaced by release ${replacedBy.number}`]),
    ...(withdrawn === null && replacedBy === null ? ['stands'] : []),
    ...(replaces === null ? [] : [`replaces release ${replaces}`]),
  ].join('; ');
}
