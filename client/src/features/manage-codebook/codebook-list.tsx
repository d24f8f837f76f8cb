import { type FormEvent, useState } from 'react';
import { Link } from 'react-router';
import { useMutation, useQuery } from 'urql';

import { DataTable } from '../../components/data-table.js';
import { FileField } from '../../components/file-field.js';
import { InsetText, Loading, ProblemNotice } from '../../components/notice.js';
import { SelectField } from '../../components/select-field.js';
import { TextField } from '../../components/text-field.js';
import { toProblem } from '../../lib/to-problem.js';
import { codebooksQuery, createCodebookMutation, type CreatedCodebook } from './manage-codebook.graphql.js';

/** Every codebook, and for the survey lead the way to begin one. */
export function CodebookList() {
  const [{ data, error }, again] = useQuery({ query: codebooksQuery, requestPolicy: 'cache-and-network' });
  const reload = () => again({ requestPolicy: 'network-only' });
  if (error && !data) return <ProblemNotice problem={toProblem(error)} onRetry={reload} />;
  if (!data) return <Loading what="the codebooks" />;
  const { codebooks, rounds, viewer } = data;
  return (
    <>
      <p>
        A codebook says which codes coders apply and what each means. Every change is a new version; none is
        lost.
      </p>
      {codebooks.length === 0 ? (
        <InsetText>
          <p>There is no codebook yet.</p>
        </InsetText>
      ) : (
        <DataTable
          caption="Codebooks"
          columns={[
            {
              id: 'title',
              heading: 'Codebook',
              names: true,
              cell: ({ id, title }: (typeof codebooks)[number]) => (
                <Link to={`/manage/coding/codebooks/${id}`}>{title}</Link>
              ),
            },
            { id: 'for', heading: 'For', cell: ({ roundId }) => (roundId === '' ? 'all rounds' : roundId) },
            { id: 'version', heading: 'Version', numeric: true, cell: ({ version }) => version },
            {
              id: 'codes',
              heading: 'Codes',
              numeric: true,
              cell: ({ codes }) => codes.filter(({ applicable }) => applicable).length,
            },
          ]}
          rows={codebooks}
          keyOf={({ id }) => id}
        />
      )}
      {viewer.permissions.includes('ManageCoding') && <BeginCodebook rounds={rounds} onDone={reload} />}
    </>
  );
}

interface BeginProps {
  readonly rounds: readonly { readonly id: string; readonly title: string; readonly kind: string }[];
  readonly onDone: () => void;
}

function BeginCodebook({ rounds, onDone }: BeginProps) {
  const [title, setTitle] = useState('');
  const [roundId, setRoundId] = useState('');
  const [begin, setBegin] = useState('starter');
  const [file, setFile] = useState<File | null>(null);
  const [created, setCreated] = useState<CreatedCodebook | null>(null);
  const [{ error, fetching }, create] = useMutation(createCodebookMutation);
  const problem = error ? toProblem(error) : null;
  const submit = async (event: FormEvent) => {
    event.preventDefault();
    if (fetching) return;
    const qdc = begin === 'qdc' && file !== null ? await file.text() : '';
    const { data } = await create({ input: { title, roundId, begin, qdc } });
    if (!data) return;
    setCreated(data.createCodebook);
    setTitle('');
    onDone();
  };
  return (
    <section aria-labelledby="begin-codebook" className="la-measure la-no-print">
      <h2 id="begin-codebook">Begin a codebook</h2>
      {problem && problem.field !== 'title' && <ProblemNotice problem={problem} />}
      <form onSubmit={(event) => void submit(event)} noValidate>
        <TextField
          label="Title"
          value={title}
          maxLength={200}
          problem={problem?.field === 'title' ? `${problem.message} ${problem.mend}` : ''}
          onChange={setTitle}
        />
        <SelectField
          label="For"
          value={roundId}
          choices={[
            { value: '', label: 'All rounds' },
            ...rounds
              .filter(({ kind }) => kind !== 'published_facts')
              .map((round) => ({ value: round.id, label: round.title })),
          ]}
          onChange={setRoundId}
        />
        <SelectField
          label="Begin with"
          value={begin}
          choices={[
            { value: 'starter', label: 'The themes of the 2018 report' },
            { value: 'empty', label: 'No codes' },
            { value: 'qdc', label: 'A file of another program (REFI-QDA, .qdc)' },
          ]}
          onChange={setBegin}
        />
        {begin === 'qdc' && <FileField label="Codebook file (.qdc)" accept=".qdc,.xml" onChange={setFile} />}
        <button type="submit" className="nhsuk-button" aria-disabled={fetching}>
          {fetching ? 'Beginning…' : 'Begin the codebook'}
        </button>
      </form>
      {created && <Created created={created} />}
    </section>
  );
}

const OUTCOMES: Readonly<Record<string, string>> = {
  taken: 'taken',
  changed: 'changed',
  left_out: 'left out',
};

function Created({ created: { codebook, report } }: { readonly created: CreatedCodebook }) {
  return (
    <>
      <p role="status">
        <Link to={`/manage/coding/codebooks/${codebook.id}`}>{codebook.title}</Link> is there.
      </p>
      {report.length > 0 && (
        <DataTable
          caption="What became of the file, line by line"
          columns={[
            { id: 'name', heading: 'Code', names: true, cell: ({ name }) => name || 'without a name' },
            { id: 'line', heading: 'Line', numeric: true, cell: ({ line }) => line },
            { id: 'outcome', heading: 'Outcome', cell: ({ outcome }) => OUTCOMES[outcome] },
            { id: 'note', heading: 'Note', cell: ({ note }) => note },
          ]}
          rows={report.map((line, at) => ({ ...line, at }))}
          keyOf={({ at }) => String(at)}
        />
      )}
    </>
  );
}
