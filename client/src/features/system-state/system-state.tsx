import type { ResultOf } from 'gql.tada';
import { useState } from 'react';
import { useMutation, useQuery } from 'urql';

import { InsetText, Loading, ProblemNotice, WarningCallout } from '../../components/notice.js';
import { SummaryList } from '../../components/summary-list.js';
import { formatMoment } from '../../lib/format.js';
import { toProblem } from '../../lib/to-problem.js';
import {
  auditInWords,
  backupInWords,
  bytesInWords,
  concerns,
  releaseStoreInWords,
  replicaInWords,
} from './in-words.js';
import { checkAuditMutation, systemQuery } from './system-state.graphql.js';

type System = ResultOf<typeof systemQuery>['system'];

/** How the product and its database are, with what an administrator should look at first. */
export function SystemState() {
  const [{ data, error, fetching }, again] = useQuery({
    query: systemQuery,
    requestPolicy: 'cache-and-network',
  });
  const reload = () => again({ requestPolicy: 'network-only' });
  if (error && !data) return <ProblemNotice problem={toProblem(error)} onRetry={reload} />;
  if (!data) return <Loading what="the state of the product" />;
  const { system } = data;
  const worries = concerns(system);
  return (
    <>
      {error && <ProblemNotice problem={toProblem(error)} onRetry={reload} />}
      {worries.length > 0 ? (
        <WarningCallout heading="To look at">
          <ul>
            {worries.map((worry) => (
              <li key={worry}>{worry}</li>
            ))}
          </ul>
        </WarningCallout>
      ) : (
        <InsetText>
          <p>Nothing stands out.</p>
        </InsetText>
      )}
      <button
        type="button"
        className="nhsuk-button nhsuk-button--secondary"
        disabled={fetching}
        onClick={reload}
      >
        Look again
      </button>
      <Product {...system} />
      <Database {...system} />
      <AuditTrail check={system.auditCheck} onChecked={reload} />
      <Work {...system} />
    </>
  );
}

function Product({ version, mode, runtime, startedAt, memory }: System) {
  return (
    <>
      <h2>Product</h2>
      <SummaryList
        rows={[
          { name: 'Version', value: version },
          { name: 'Mode', value: mode },
          { name: 'Node.js', value: runtime },
          { name: 'Running since', value: formatMoment(startedAt) },
          { name: 'Memory', value: bytesInWords(memory) },
        ]}
      />
    </>
  );
}

function Database(system: System) {
  const { database, databaseSize, databaseAnsweredIn, migrations, lastMigration, diskFree, diskSize } =
    system;
  return (
    <>
      <h2>Database and disk</h2>
      <SummaryList
        rows={[
          { name: 'Database', value: database },
          { name: 'Size', value: bytesInWords(databaseSize) },
          {
            name: 'Answers within',
            value: `${databaseAnsweredIn < 1 ? 'less than 1' : Math.round(databaseAnsweredIn)} ms`,
          },
          { name: 'Migrations', value: `${migrations}, the last of them ${lastMigration}` },
          {
            name: 'Last backup',
            value: `${system.backup === null ? '' : `${formatMoment(system.backup.at)}: `}${backupInWords(system.backup, system.backsUp)}`,
          },
          { name: 'Read replica', value: replicaInWords(system.replica) },
          { name: 'Disk', value: `${bytesInWords(diskFree)} free of ${bytesInWords(diskSize)}` },
        ]}
      />
    </>
  );
}

function AuditTrail({
  check,
  onChecked,
}: {
  readonly check: System['auditCheck'];
  readonly onChecked: () => void;
}) {
  const [{ fetching, error }, run] = useMutation(checkAuditMutation);
  const [said, setSaid] = useState('');
  const checkNow = async () => {
    setSaid('');
    const { data } = await run({});
    if (data) setSaid(`Checked. ${auditInWords(data.checkAudit)}`);
    onChecked();
  };
  return (
    <>
      <h2>Audit trail</h2>
      {check === null ? (
        <p>Not checked yet. The product does so once a day, ten minutes after a start at the earliest.</p>
      ) : (
        <p>
          {auditInWords(check)} Checked {formatMoment(check.at)}.
        </p>
      )}
      {error && <ProblemNotice problem={toProblem(error)} />}
      <button
        type="button"
        className="nhsuk-button nhsuk-button--secondary"
        disabled={fetching}
        onClick={() => void checkNow()}
      >
        {fetching ? 'Checking…' : 'Check now'}
      </button>
      <p role="status">{fetching ? 'Checking the audit trail; this can take a minute.' : said}</p>
    </>
  );
}

function Work({ sendsMail, mail, oldestDueMail, tasks, releases, releaseStore }: System) {
  const shown = mail.filter(({ count }) => count > 0);
  return (
    <>
      <h2>Mail</h2>
      <p>
        {sendsMail
          ? 'A mail server is set.'
          : 'No mail server is set: only links for signing in are handed over.'}{' '}
        {shown.length === 0
          ? 'There is no mail yet.'
          : `${shown.map(({ state, count }) => `${count.toLocaleString('en-GB')} ${state.replace('_', ' ')}`).join(', ')}.`}{' '}
        {oldestDueMail !== null && `The oldest that is due has waited since ${formatMoment(oldestDueMail)}.`}
      </p>
      <h2>Once a day</h2>
      <ul>
        {tasks.map(({ what, lastRun }) => (
          <li key={what}>
            {what}: {lastRun === null ? 'not yet' : `last ${formatMoment(lastRun)}`}
          </li>
        ))}
      </ul>
      <h2>Releases</h2>
      {releases.length === 0 ? (
        <p>Nothing has been released yet.</p>
      ) : (
        <ul>
          {releases.map(({ roundId, publishedAt }) => (
            <li key={roundId}>
              {roundId}: {formatMoment(publishedAt)}
            </li>
          ))}
        </ul>
      )}
      <p>{releaseStoreInWords(releaseStore)}</p>
    </>
  );
}
