import type { Problem } from '@liaison-atlas/shared/kernel/problem';
import { type FormEvent, useState } from 'react';
import { useMutation } from 'urql';

import { DataTable } from '../../components/data-table.js';
import { InsetText } from '../../components/notice.js';
import { ProblemList, problemOf } from '../../components/problem-list.js';
import { SelectField } from '../../components/select-field.js';
import { TextField } from '../../components/text-field.js';
import { toProblem } from '../../lib/to-problem.js';
import { addSiteAliasMutation, removeSiteAliasMutation, type ShownFrame } from './manage-frames.graphql.js';

interface NamesTabProps {
  readonly frame: ShownFrame;
  readonly onChanged: () => void;
}

/** Other names of the frame's hospitals. Names belong to hospitals, so they can change after freezing too. */
export function NamesTab({ frame, onChanged }: NamesTabProps) {
  const [, remove] = useMutation(removeSiteAliasMutation);
  const [problems, setProblems] = useState<readonly Problem[]>([]);
  const [said, setSaid] = useState('');
  const names = frame.units.flatMap((unit) =>
    unit.aliases.map((alias) => ({ ...alias, hospital: `${unit.name} (${unit.odsCode})` })),
  );
  const takeAway = async (id: string, text: string) => {
    const { data, error } = await remove({ id });
    const outcome = data?.removeSiteAlias;
    const isDone = outcome?.__typename === 'SiteNames';
    setProblems(isDone ? [] : error ? [toProblem(error)] : (outcome?.problems ?? []));
    setSaid(isDone ? `${text} was taken away.` : '');
    if (isDone) onChanged();
  };
  return (
    <>
      <h2>Aliases</h2>
      <p>
        Other names by which a hospital is found and by which what people type is matched. Those of registers
        and lists stay; those added by hand can be taken away.
      </p>
      <p role="status">{said}</p>
      <ProblemList heading="The alias was not taken away" problems={problems} />
      {names.length === 0 ? (
        <InsetText>
          <p>No hospital of this frame has another name yet.</p>
        </InsetText>
      ) : (
        <DataTable
          caption="Other names of hospitals"
          columns={[
            { id: 'text', heading: 'Alias', names: true, cell: ({ text }) => text },
            { id: 'hospital', heading: 'Hospital', cell: ({ hospital }) => hospital },
            { id: 'source', heading: 'Source', cell: ({ source }) => source },
            {
              id: 'remove',
              heading: 'Take away',
              cell: ({ id, text, byHand }) =>
                byHand ? (
                  <button type="button" className="la-link-button" onClick={() => void takeAway(id, text)}>
                    Take away<span className="nhsuk-u-visually-hidden"> {text}</span>
                  </button>
                ) : (
                  'stays'
                ),
            },
          ]}
          rows={names}
          keyOf={({ id }) => id}
        />
      )}
      {frame.units.length > 0 && <AddName frame={frame} onAdded={onChanged} />}
    </>
  );
}

function AddName({ frame, onAdded }: { readonly frame: ShownFrame; readonly onAdded: () => void }) {
  const [siteId, setSiteId] = useState(frame.units[0]?.siteId ?? '');
  const [text, setText] = useState('');
  const [source, setSource] = useState('');
  const [problems, setProblems] = useState<readonly Problem[]>([]);
  const [said, setSaid] = useState('');
  const [{ fetching }, add] = useMutation(addSiteAliasMutation);
  const submit = async (event: FormEvent) => {
    event.preventDefault();
    if (fetching) return;
    const { data, error } = await add({ input: { siteId, text, source } });
    const outcome = data?.addSiteAlias;
    const isDone = outcome?.__typename === 'SiteNames';
    setProblems(isDone ? [] : error ? [toProblem(error)] : (outcome?.problems ?? []));
    setSaid(isDone ? `${text.trim()} was added.` : '');
    if (!isDone) return;
    setText('');
    onAdded();
  };
  return (
    <section aria-labelledby="add-name" className="la-measure la-no-print">
      <h3 id="add-name">Add an alias</h3>
      <p role="status">{said}</p>
      <ProblemList
        heading="Nothing was added"
        problems={problems.filter(({ field }) => field !== 'text' && field !== 'source')}
      />
      <form onSubmit={(event) => void submit(event)} noValidate>
        <SelectField
          label="Hospital"
          value={siteId}
          choices={frame.units.map((unit) => ({
            value: unit.siteId,
            label: `${unit.name} (${unit.odsCode})`,
          }))}
          onChange={setSiteId}
        />
        <TextField
          label="Alias"
          value={text}
          maxLength={200}
          problem={problemOf(problems, 'text')}
          onChange={setText}
        />
        <TextField
          label="Who uses it"
          hint="For example the trust’s website."
          value={source}
          maxLength={200}
          problem={problemOf(problems, 'source')}
          onChange={setSource}
        />
        <button type="submit" className="nhsuk-button nhsuk-button--secondary" aria-disabled={fetching}>
          {fetching ? 'Adding…' : 'Add the alias'}
        </button>
      </form>
    </section>
  );
}
