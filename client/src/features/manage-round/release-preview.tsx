import { dayInWords } from '@liaison-atlas/shared/kernel/day-in-words';
import type { Problem } from '@liaison-atlas/shared/kernel/problem';
import { useEffect, useRef } from 'react';
import { Link } from 'react-router';
import { useQuery } from 'urql';

import { DataTable } from '../../components/data-table.js';
import { ProblemNotice } from '../../components/notice.js';
import { problemOf } from '../../components/problem-list.js';
import { SelectField } from '../../components/select-field.js';
import { TextArea } from '../../components/text-area.js';
import { toProblem } from '../../lib/to-problem.js';
import { releasePreviewQuery, type ShownPreview } from './manage-round.graphql.js';
import { disclosureWords, standWords, toPreviewRows } from './to-preview-rows.js';

interface ReleasePreviewProps {
  readonly roundId: string;
  readonly kind: 'interim' | 'final' | 'erratum';
  readonly despite: string;
  readonly onDespite: (despite: string) => void;
  /** Why publishing was refused a moment ago; empty = it was not. */
  readonly refused: readonly Problem[];
  readonly replaces: string;
  readonly onReplaces: (replaces: string) => void;
}

/** The figures and hospitals that are about to become public, beside those that are. */
export function ReleasePreview({ roundId, kind, refused, ...choices }: ReleasePreviewProps) {
  const despiteField = useRef<HTMLTextAreaElement>(null);
  const [{ data, error }] = useQuery({
    query: releasePreviewQuery,
    variables: { roundId, kind },
    requestPolicy: 'network-only',
  });
  const missing = problemOf(refused, 'despite');
  const isShown = data !== undefined;
  useEffect(() => {
    if (missing !== '' && isShown) despiteField.current?.focus();
  }, [missing, refused, isShown]);
  if (error) return <ProblemNotice problem={toProblem(error)} />;
  if (!data) return <p>Putting the preview together…</p>;
  const preview = data.releasePreview;
  const { before, problems } = preview;
  const replaceable = data.releases.filter(({ status }) => status.replacedBy === null);
  return (
    <>
      {problems.length > 0 && (
        <div className="nhsuk-inset-text">
          <p>
            <strong>What stands in the way</strong>
          </p>
          <ul>
            {problems.map(({ code, message, mend }) => (
              <li key={code + message}>
                {message} {mend}
              </li>
            ))}
          </ul>
          <p>
            <Link to={`/manage/rounds/${encodeURIComponent(roundId)}/release`}>
              Right of reply and sign-offs
            </Link>
          </p>
        </div>
      )}
      {kind === 'final' && [...problems, ...refused].some(({ field }) => field === 'despite') && (
        <TextArea
          label="Why it is released all the same (becomes public)"
          rows={2}
          maxLength={500}
          problem={missing}
          inputRef={despiteField}
          value={choices.despite}
          onChange={choices.onDespite}
        />
      )}
      {kind === 'erratum' && replaceable.length > 0 && (
        <SelectField
          label="Which release it replaces"
          value={choices.replaces}
          choices={[
            { value: '', label: `The one that stands${before === null ? '' : `, number ${before.number}`}` },
            ...replaceable.map(({ release }) => ({
              value: String(release.number),
              label: `Release ${release.number} (${release.kind})`,
            })),
          ]}
          onChange={choices.onReplaces}
        />
      )}
      <Figures preview={preview} />
      <Hospitals preview={preview} />
      <Themes preview={preview} />
    </>
  );
}

function Figures({ preview }: { readonly preview: ShownPreview }) {
  const { before } = preview;
  const rows = toPreviewRows(preview.indicators);
  const effects = disclosureWords(preview);
  return (
    <>
      <DataTable
        caption={
          before === null
            ? 'Figures, the first of this round'
            : `Figures beside those of release ${before.number}, published ${dayInWords(before.publishedAt)}`
        }
        rows={rows}
        keyOf={({ id }) => id}
        columns={[
          { id: 'figure', heading: 'Figure', names: true, cell: ({ figure }) => figure },
          { id: 'before', heading: 'Now public', cell: (row) => row.before },
          {
            id: 'after',
            heading: 'To be published',
            cell: ({ after, differs }) => (differs ? <strong>{after} (changes)</strong> : after),
          },
        ]}
      />
      <h4>What consent and naming rules do</h4>
      {effects.length === 0 ? (
        <p>They hold nothing back.</p>
      ) : (
        <ul>
          {effects.map((words) => (
            <li key={words}>{words}</li>
          ))}
        </ul>
      )}
    </>
  );
}

function Themes({ preview: { number, coding, themes } }: { readonly preview: ShownPreview }) {
  if (number == null) return null;
  if (coding == null) return <p>Comments have not been coded: no themes would be published.</p>;
  return (
    <>
      <p>
        Themes from the codebook {coding.codebook}, version {coding.version}. Its names and definitions become
        public. Comments coded: {coding.coded}; not coded: {coding.notCoded}.
      </p>
      <DataTable
        caption="Themes of the comments"
        rows={themes}
        keyOf={({ code }) => code}
        columns={[
          { id: 'theme', heading: 'Theme', names: true, cell: ({ code, name }) => `${code} ${name}` },
          {
            id: 'comments',
            heading: 'Comments',
            cell: ({ count, of, few, repeats }) =>
              `${few === true ? 'fewer than 3' : count} of ${of}${repeats == null ? '' : `, as in release ${repeats}`}`,
          },
        ]}
      />
    </>
  );
}

function Hospitals({ preview: { before, hospitals, gone } }: { readonly preview: ShownPreview }) {
  if (before === null) return null;
  return (
    <>
      {hospitals.length === 0 ? (
        <p>No hospital would stand elsewhere than in release {before.number}.</p>
      ) : (
        <DataTable
          caption={`Hospitals that would stand elsewhere than in release ${before.number}: ${hospitals.length}`}
          rows={hospitals}
          keyOf={({ odsCode }) => odsCode}
          columns={[
            { id: 'name', heading: 'Hospital', names: true, cell: ({ name }) => name },
            { id: 'before', heading: 'Now public', cell: (row) => standWords(row.before) },
            { id: 'after', heading: 'To be published', cell: ({ after }) => standWords(after) },
          ]}
        />
      )}
      {gone.length > 0 && <p>Not in the frame any more: {gone.join(', ')}.</p>}
    </>
  );
}
