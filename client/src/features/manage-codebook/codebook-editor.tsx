import { useState } from 'react';
import { useMutation, useQuery } from 'urql';

import { Loading, ProblemNotice } from '../../components/notice.js';
import { TextField } from '../../components/text-field.js';
import { toProblem } from '../../lib/to-problem.js';
import { CodeFields } from './code-fields.js';
import { CodebookHistory } from './codebook-history.js';
import { addCode, type EditedCode, takeOut } from './edit-codes.js';
import { codebookQuery, saveCodebookMutation, type ShownCodebook } from './manage-codebook.graphql.js';
import { MergeForm } from './merge-form.js';
import { SplitForm } from './split-form.js';

/** One codebook: its codes, the way to change them, and its versions. */
export function CodebookEditor({ id }: { readonly id: string }) {
  const [{ data, error }, again] = useQuery({
    query: codebookQuery,
    variables: { id },
    requestPolicy: 'cache-and-network',
  });
  const reload = () => again({ requestPolicy: 'network-only' });
  if (error && !data) return <ProblemNotice problem={toProblem(error)} onRetry={reload} />;
  if (!data) return <Loading what="the codebook" />;
  const { codebook, viewer } = data;
  const mayChange = viewer.permissions.includes('ManageCoding');
  return (
    <>
      <p>
        {codebook.title}, version {codebook.version},{' '}
        {codebook.roundId === '' ? 'for all rounds' : `for round ${codebook.roundId}`}.{' '}
        <a href={`/manage/v1/codebooks/${id}/codebook.qdc`}>As a REFI-QDA file (.qdc)</a>
      </p>
      <EditedBook key={codebook.version} codebook={codebook} mayChange={mayChange} onStored={reload} />
      {mayChange && (
        <>
          <MergeForm key={`merge-${codebook.version}`} codebook={codebook} onStored={reload} />
          <SplitForm key={`split-${codebook.version}`} codebook={codebook} onStored={reload} />
        </>
      )}
      <CodebookHistory codebook={codebook} mayChange={mayChange} onStored={reload} />
    </>
  );
}

interface EditedBookProps {
  readonly codebook: ShownCodebook;
  readonly mayChange: boolean;
  readonly onStored: () => void;
}

function EditedBook({ codebook, mayChange, onStored }: EditedBookProps) {
  const [codes, setCodes] = useState<readonly EditedCode[]>(codebook.codes);
  const [note, setNote] = useState('');
  const [{ error, fetching }, save] = useMutation(saveCodebookMutation);
  const changed = codes !== codebook.codes;
  const store = async () => {
    if (fetching || !changed) return;
    const input = { id: codebook.id, expectedVersion: codebook.version, note };
    const { data } = await save({ input: { ...input, codes: codes.map(toInput) } });
    if (data) onStored();
  };
  return (
    <section aria-labelledby="codes">
      <h2 id="codes">Codes</h2>
      {codes.length === 0 && <p>There is no code yet.</p>}
      {codes.map((code) => (
        <CodeFields
          key={code.id}
          code={code}
          codes={codes}
          mayChange={mayChange}
          onChange={(values) =>
            setCodes(codes.map((each) => (each === code ? { ...code, ...values } : each)))
          }
          onTakeOut={() => setCodes(takeOut(codes, code.id))}
        />
      ))}
      {mayChange && (
        <div className="la-no-print">
          <button
            type="button"
            className="nhsuk-button nhsuk-button--secondary"
            onClick={() => setCodes(addCode(codes, ''))}
          >
            Add a code
          </button>
          <TextField label="Why (for the history)" value={note} maxLength={400} onChange={setNote} />
          {error && <ProblemNotice problem={toProblem(error)} />}
          <p role="status">{changed ? 'There are changes that are not stored.' : 'All stored.'}</p>
          <div className="la-actions">
            <button
              type="button"
              className="nhsuk-button"
              aria-disabled={fetching || !changed}
              onClick={() => void store()}
            >
              {fetching ? 'Storing…' : `Store as version ${codebook.version + 1}`}
            </button>
            {changed && (
              <button
                type="button"
                className="nhsuk-button nhsuk-button--secondary"
                onClick={() => setCodes(codebook.codes)}
              >
                Undo the changes
              </button>
            )}
          </div>
        </div>
      )}
    </section>
  );
}

/** What is sent of a code: not what the client's cache adds to it. */
function toInput(code: EditedCode) {
  const { id, key, parentId, name, definition, include, exclude, example, colour, applicable } = code;
  return { id, key, parentId, name, definition, include, exclude, example, colour, applicable };
}
