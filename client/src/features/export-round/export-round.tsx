import type { Problem } from '@liaison-atlas/shared/kernel/problem';
import { useEffect, useRef, useState } from 'react';

import { DataTable } from '../../components/data-table.js';
import { Loading, ProblemNotice } from '../../components/notice.js';
import { RadioGroup } from '../../components/radio-group.js';
import { formatCount, formatMoment } from '../../lib/format.js';
import { saveFile } from '../../lib/save-file.js';
import {
  askForOffer,
  exportAddress,
  type ExportOffer,
  type OfferedFile,
  type WantedBasis,
} from './export-offer.js';
import { type Progress, takeFile } from './take-file.js';

/** What the server said to which question. */
interface Answered {
  readonly question: string;
  readonly found: Awaited<ReturnType<typeof askForOffer>>;
}

interface Taking {
  readonly file: OfferedFile;
  readonly progress: Progress;
}

/** Everything that the team of a round may take out of it, with how far a big file has come. */
export function ExportRound({ roundId }: { readonly roundId: string }) {
  const [basis, setBasis] = useState<WantedBasis>('');
  const [asked, setAsked] = useState(0);
  const [answer, setAnswer] = useState<Answered>();
  const [isFrozen, setFrozen] = useState(false);
  const question = `${roundId} ${basis} ${asked}`;

  useEffect(() => {
    const stop = new AbortController();
    void askForOffer(roundId, basis, stop.signal).then((found) => {
      if (stop.signal.aborted) return;
      setAnswer({ question, found });
      if ('offer' in found && found.offer.basis.from === 'freeze') setFrozen(true);
    });
    return () => stop.abort();
  }, [roundId, basis, question]);

  // What was answered to an earlier question is shown no more.
  if (answer?.question !== question) return <Loading what="what there is to take out" />;
  if ('problem' in answer.found)
    return <ProblemNotice problem={answer.found.problem} onRetry={() => setAsked(asked + 1)} />;
  const { offer } = answer.found;
  return (
    <section aria-labelledby="export-heading">
      <h2 id="export-heading">Take the data out</h2>
      <p>
        For analysis by the team: forms that count, and hospitals, with labels and missing values for SPSS,
        Stata and R. Forms that were left out or wait are not in it, nor is anything personal, nor a comment
        that nobody has cleared. Publish nothing from it that a release does not publish.
      </p>
      {isFrozen && (
        <RadioGroup
          legend="Made from"
          value={basis}
          onChange={(value) => setBasis(value === 'live' ? 'live' : '')}
          choices={[
            {
              value: '',
              label: 'The freeze that holds',
              hint: 'Stays as it is; figures of a release stand on it.',
            },
            { value: 'live', label: 'The live state', hint: 'Changes with every answer.' },
          ]}
        />
      )}
      <p>
        {offer.basis.from === 'freeze'
          ? `Freeze ${offer.basis.number}, ${formatMoment(offer.at)}`
          : `Live state, ${formatMoment(offer.at)}`}
        : {formatCount(offer.forms)} forms that count, {formatCount(offer.hospitals)} hospitals.
      </p>
      <Files roundId={roundId} basis={basis} offer={offer} />
    </section>
  );
}

function Files(props: {
  readonly roundId: string;
  readonly basis: WantedBasis;
  readonly offer: ExportOffer;
}) {
  const { roundId, basis, offer } = props;
  const [taking, setTaking] = useState<Taking>();
  const [said, setSaid] = useState('');
  const [problem, setProblem] = useState<Problem>();
  const stop = useRef<AbortController>(undefined);
  // Who leaves the page does not wait for the file.
  useEffect(() => () => stop.current?.abort(), []);

  const take = async (file: OfferedFile): Promise<void> => {
    stop.current = new AbortController();
    setProblem(undefined);
    setSaid(`Taking ${file.name}.`);
    setTaking({ file, progress: { bytes: 0, rows: 0 } });
    const address = exportAddress(roundId, file.name, basis);
    const taken = await takeFile(address, stop.current.signal, (progress) => setTaking({ file, progress }));
    setTaking(undefined);
    if (taken === null) {
      setSaid(`${file.name} was stopped; nothing was saved.`);
    } else if ('problem' in taken) {
      setSaid('');
      setProblem(taken.problem);
    } else {
      saveFile(taken.file.blob, taken.file.name);
      setSaid(`${taken.file.name} is saved.`);
    }
  };

  return (
    <>
      <p role="status">{said}</p>
      {taking && <TakingFile {...taking} onStop={() => stop.current?.abort()} />}
      {problem && <ProblemNotice problem={problem} />}
      <DataTable
        caption="Files"
        keyOf={({ name }) => name}
        rows={offer.files}
        columns={[
          { id: 'name', heading: 'File', names: true, cell: ({ name }) => name },
          { id: 'holds', heading: 'Holds', cell: ({ holds }) => holds },
          {
            id: 'rows',
            heading: 'Rows',
            numeric: true,
            cell: ({ rows }) => (rows === null ? '' : formatCount(rows)),
          },
          {
            id: 'take',
            heading: 'Take',
            cell: (file) => (
              <button
                type="button"
                className="nhsuk-button nhsuk-button--secondary nhsuk-button--small"
                disabled={taking !== undefined}
                onClick={() => void take(file)}
              >
                Download<span className="nhsuk-u-visually-hidden"> {file.name}</span>
              </button>
            ),
          },
        ]}
      />
    </>
  );
}

/** Rows where it is known how many there will be, else what has come so far. */
function TakingFile({ file, progress, onStop }: Taking & { readonly onStop: () => void }) {
  const { rows } = file;
  const megabytes = `${(progress.bytes / 1_000_000).toFixed(1)} MB`;
  const isCounted = rows !== null && rows > 0;
  return (
    <div className="nhsuk-inset-text">
      <p>
        {file.name}:{' '}
        {isCounted ? `${formatCount(progress.rows)} of ${formatCount(rows)} rows, ${megabytes}` : megabytes}
      </p>
      <progress
        aria-label={`How far ${file.name} has come`}
        className="la-progress"
        {...(isCounted && { max: rows, value: Math.min(rows, progress.rows) })}
      />
      <p>
        <button
          type="button"
          className="nhsuk-button nhsuk-button--secondary nhsuk-button--small"
          onClick={onStop}
        >
          Stop
        </button>
      </p>
    </div>
  );
}
