import type { Problem } from '@liaison-atlas/shared/kernel/problem';
import { useEffect, useState } from 'react';

import { DataTable } from '../../components/data-table.js';
import { ProblemNotice } from '../../components/notice.js';
import { SelectField } from '../../components/select-field.js';

interface ListedFile {
  readonly name: string;
  readonly holds: string;
  readonly bytes: number;
  readonly sha256: string;
}

type Answer = { readonly files: readonly ListedFile[] } | { readonly problem: Problem };

const LOST: Problem = {
  code: 'NO_CONNECTION',
  field: '',
  message: 'The list of files could not be read.',
  mend: 'Check the network connection, then try again.',
};

const addressOf = (round: string, file: string): string =>
  `/open/v1/rounds/${encodeURIComponent(round)}/${file}`;

/** Every file of one released round with what it holds, its size and checksum. */
export function RoundFiles({
  rounds,
}: {
  readonly rounds: readonly { readonly id: string; readonly title: string }[];
}) {
  const [chosen, setChosen] = useState('');
  const [answered, setAnswered] = useState<{ readonly question: string; readonly answer: Answer }>();
  const [asked, setAsked] = useState(0);
  const round = rounds.find(({ id }) => id === chosen) ?? rounds[0];
  const id = round?.id ?? '';

  const question = `${id} ${asked}`;
  // What was answered to an earlier question is shown no more.
  const answer = answered?.question === question ? answered.answer : undefined;

  useEffect(() => {
    if (id === '') return;
    const stop = new AbortController();
    void listOf(id, stop.signal).then((found) => {
      if (!stop.signal.aborted) setAnswered({ question, answer: found });
    });
    return () => stop.abort();
  }, [id, question]);

  if (round === undefined) return <p>Nothing has been released yet.</p>;
  return (
    <section aria-labelledby="files-heading">
      <h2 id="files-heading">Files of a round</h2>
      <SelectField
        label="Round"
        value={id}
        choices={rounds.map((one) => ({ value: one.id, label: one.title }))}
        onChange={setChosen}
      />
      {answer === undefined && <p>Looking for its files…</p>}
      {answer !== undefined && 'problem' in answer && (
        <ProblemNotice problem={answer.problem} onRetry={() => setAsked(asked + 1)} />
      )}
      {answer !== undefined && 'files' in answer && (
        <DataTable
          caption={`Files of ${round.title}`}
          keyOf={({ name }) => name}
          rows={answer.files}
          columns={[
            {
              id: 'name',
              heading: 'File',
              names: true,
              cell: ({ name }) => <a href={addressOf(id, name)}>{name}</a>,
            },
            { id: 'holds', heading: 'Holds', cell: ({ holds }) => holds },
            { id: 'size', heading: 'Size', numeric: true, cell: ({ bytes }) => formatBytes(bytes) },
            {
              id: 'sha256',
              heading: 'SHA-256, first digits',
              cell: ({ sha256 }) => <code title={sha256}>{sha256.slice(0, 12)}</code>,
            },
          ]}
        />
      )}
    </section>
  );
}

/** Bytes as people read them: "812 bytes", "48 KB", "1.2 MB". */
export function formatBytes(bytes: number): string {
  if (bytes < 1000) return `${bytes}\u00a0bytes`;
  return bytes < 1_000_000
    ? `${Math.round(bytes / 1000)}\u00a0KB`
    : `${(bytes / 1_000_000).toFixed(1)}\u00a0MB`;
}

async function listOf(round: string, signal: AbortSignal): Promise<Answer> {
  try {
    const response = await fetch(addressOf(round, 'files.json'), { signal });
    const body: unknown = await response.json();
    return response.ok ? { files: body as readonly ListedFile[] } : { problem: body as Problem };
  } catch {
    return { problem: LOST };
  }
}
