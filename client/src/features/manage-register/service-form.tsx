import type { Problem } from '@liaison-atlas/shared/kernel/problem';
import { type FormEvent, useRef, useState } from 'react';
import { Link } from 'react-router';
import { useClient, useMutation } from 'urql';

import { WarningCallout } from '../../components/notice.js';
import { ProblemList } from '../../components/problem-list.js';
import { toProblem } from '../../lib/to-problem.js';
import { FactFields } from './fact-fields.js';
import { checkServiceQuery, saveServiceMutation, type ServiceChecked } from './manage-register.graphql.js';
import { emptyStamp, type ServiceDraft, toFacts } from './service-draft.js';
import { StampFields } from './stamp-fields.js';

interface ServiceFormProps {
  /** '' = a new service. */
  readonly id: string;
  /** 0 = a new service. */
  readonly revision: number;
  readonly initial: ServiceDraft;
  readonly onSaved: (id: string) => void;
}

const today = (): string => new Date().toISOString().slice(0, 10);

/** The form of a service. Before a planned in-reach is stored that meets another service, it says so and asks again. */
export function ServiceForm({ id, revision, initial, onSaved }: ServiceFormProps) {
  const client = useClient();
  const [draft, setDraft] = useState(initial);
  const [stamp, setStamp] = useState(() => emptyStamp(today()));
  const [problems, setProblems] = useState<readonly Problem[]>([]);
  const [warned, setWarned] = useState<ServiceChecked | null>(null);
  const [checking, setChecking] = useState(false);
  const [{ fetching }, save] = useMutation(saveServiceMutation);
  const top = useRef<HTMLDivElement>(null);
  const busy = checking || fetching;
  const stop = (found: readonly Problem[]) => {
    setProblems(found);
    top.current?.focus();
  };

  /** Whether it may be saved now: nothing competes, or the warning has been read. */
  const mayGo = async (facts: ReturnType<typeof toFacts>): Promise<boolean> => {
    if (warned !== null) return true;
    setChecking(true);
    const { data, error } = await client.query(
      checkServiceQuery,
      { id, facts },
      { requestPolicy: 'network-only' },
    );
    setChecking(false);
    if (error) stop([toProblem(error)]);
    else if (data && data.checkService.duplications.length > 0) {
      setWarned(data.checkService);
      stop([]);
    } else return true;
    return false;
  };
  const submit = async (event: FormEvent) => {
    event.preventDefault();
    if (busy) return;
    const facts = toFacts(draft);
    if (!(await mayGo(facts))) return;
    const { data, error } = await save({ input: { id, expectedRevision: revision, facts, stamp } });
    const outcome = data?.saveService;
    if (outcome?.__typename === 'RegisterService') onSaved(outcome.id);
    else stop(error ? [toProblem(error)] : (outcome?.problems ?? []));
  };
  return (
    <form onSubmit={(event) => void submit(event)} noValidate className="la-measure" aria-label="Service">
      <div ref={top} tabIndex={-1}>
        <ProblemList heading="The service was not stored" problems={problems} />
        {warned !== null && (
          <WarningCallout heading="There is a service already">
            <p>{warned.note}</p>
            <ul>
              {warned.duplications.map(({ odsCode, hospital, otherId, text }) => (
                <li key={`${odsCode} ${otherId}`}>
                  {hospital}: {text} <Link to={`/services/${otherId}`}>Look at it</Link>
                </li>
              ))}
            </ul>
            <p>Nothing has been stored yet.</p>
          </WarningCallout>
        )}
      </div>
      <FactFields
        draft={draft}
        problems={problems}
        onChange={(next) => {
          setDraft(next);
          setWarned(null);
        }}
      />
      <StampFields stamp={stamp} problems={problems} onChange={setStamp} />
      <button className="nhsuk-button" type="submit" aria-disabled={busy}>
        {busy ? 'Saving…' : warned === null ? 'Save' : 'Save all the same'}
      </button>
    </form>
  );
}
