import { compareSchemes } from '@liaison-atlas/shared/commissioning/scheme/change-scheme';
import { valueWords } from '@liaison-atlas/shared/commissioning/scheme/scheme-file';
import { useState } from 'react';
import { useMutation, useQuery } from 'urql';

import { ConfirmDialog } from '../../components/confirm-dialog.js';
import { DataTable } from '../../components/data-table.js';
import { Loading, ProblemNotice } from '../../components/notice.js';
import { formatMoment } from '../../lib/format.js';
import { toProblem } from '../../lib/to-problem.js';
import { contentOf, restoreSchemeMutation, schemeVersionQuery } from './schemes.graphql.js';
import type { SchemeDraft } from './use-scheme-draft.js';

/** Every version; each can be compared with what stands now, and brought back as the next. */
export function SchemeHistory({
  draft,
  mayChange,
}: {
  readonly draft: SchemeDraft;
  readonly mayChange: boolean;
}) {
  const { scheme } = draft;
  const [shown, setShown] = useState(0);
  const [asked, setAsked] = useState(0);
  const [{ error, fetching }, restore] = useMutation(restoreSchemeMutation);
  const bringBack = async () => {
    const { data } = await restore({
      input: { id: scheme.id, expectedVersion: scheme.version, version: asked },
    });
    setAsked(0);
    if (data?.restoreScheme.__typename === 'Scheme') draft.begin(data.restoreScheme);
  };
  return (
    <section aria-labelledby="scheme-history">
      <h2 id="scheme-history">Versions</h2>
      {error && <ProblemNotice problem={toProblem(error)} />}
      <DataTable
        caption="Versions, the newest first"
        columns={[
          { id: 'version', heading: 'Version', names: true, cell: ({ version }) => version },
          { id: 'by', heading: 'Saved by', cell: ({ by }) => by || 'somebody who has left' },
          { id: 'at', heading: 'When', cell: ({ at }) => formatMoment(at) },
          { id: 'note', heading: 'Why', cell: ({ note }) => note || '–' },
          {
            id: 'do',
            heading: 'State',
            cell: ({ version }) =>
              version === scheme.version ? (
                'holds now'
              ) : (
                <>
                  <button type="button" className="la-link-button" onClick={() => setShown(version)}>
                    Compare<span className="nhsuk-u-visually-hidden"> version {version} with now</span>
                  </button>{' '}
                  {mayChange && draft.isStored && (
                    <button type="button" className="la-link-button" onClick={() => setAsked(version)}>
                      Bring back<span className="nhsuk-u-visually-hidden"> version {version}</span>
                    </button>
                  )}
                </>
              ),
          },
        ]}
        rows={scheme.versions}
        keyOf={({ version }) => String(version)}
      />
      {shown > 0 && <Compared draft={draft} version={shown} />}
      {asked > 0 && (
        <ConfirmDialog
          heading={`Bring back version ${asked}?`}
          action="Bring it back"
          busy={fetching}
          onConfirm={() => void bringBack()}
          onClose={() => setAsked(0)}
        >
          <p>It becomes the newest version. What stands now stays in the list.</p>
        </ConfirmDialog>
      )}
    </section>
  );
}

function Compared({ draft, version }: { readonly draft: SchemeDraft; readonly version: number }) {
  const [{ data, error }] = useQuery({
    query: schemeVersionQuery,
    variables: { id: draft.scheme.id, version },
    requestPolicy: 'network-only',
  });
  if (error) return <ProblemNotice problem={toProblem(error)} />;
  if (!data) return <Loading what={`version ${version}`} />;
  const rows = compareSchemes(contentOf({ fields: data.schemeVersion }), draft.content);
  return rows.length === 0 ? (
    <p>Version {version} says the same as what stands now.</p>
  ) : (
    <DataTable
      caption={`Version ${version} and now`}
      columns={[
        { id: 'what', heading: 'What', names: true, cell: ({ label }) => label },
        { id: 'from', heading: `Version ${version}`, cell: ({ key, from }) => valueWords(key, from) },
        { id: 'to', heading: 'Now', cell: ({ key, to }) => valueWords(key, to) },
      ]}
      rows={rows}
      keyOf={({ key }) => key}
    />
  );
}
