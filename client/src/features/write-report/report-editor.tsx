import type { Problem } from '@liaison-atlas/shared/kernel/problem';
import { flagsOf, holdsBack } from '@liaison-atlas/shared/publication/report/report-flags';
import type { ReportContent } from '@liaison-atlas/shared/publication/report/report-content';
import { useState } from 'react';
import { useMutation } from 'urql';

import { ProblemNotice } from '../../components/notice.js';
import { RefusalList, refusalOf } from '../../components/refusal-list.js';
import { TextField } from '../../components/text-field.js';
import { toProblem } from '../../lib/to-problem.js';
import { BlockList } from './block-list.js';
import { CherriesFields } from './cherries-fields.js';
import { catalogueOf, cherriesOf, contentOf, takeTheirs } from './edit-report.js';
import { FlagList } from './flag-list.js';
import { ReportConflict } from './report-conflict.js';
import { ReportHistory } from './report-history.js';
import { saveReportMutation, type ShownReport } from './write-report.graphql.js';

interface ReportEditorProps {
  readonly report: ShownReport;
  readonly mayChange: boolean;
  /** A version was stored: what else shows the report is out of date. */
  readonly onStored: () => void;
}

/** Writing the report of a round. What is stored meanwhile by others never replaces what stands here. */
export function ReportEditor({ report: first, mayChange, onStored }: ReportEditorProps) {
  const [base, setBase] = useState(first);
  const [content, setContent] = useState<ReportContent>(() => contentOf(first));
  const [unchanged, setUnchanged] = useState(content);
  const [note, setNote] = useState('');
  const [open, setOpen] = useState('');
  const [said, setSaid] = useState('');
  const [problems, setProblems] = useState<readonly Problem[]>([]);
  const [theirs, setTheirs] = useState<{ readonly report: ShownReport; readonly places: readonly string[] }>();
  const [{ error, fetching }, save] = useMutation(saveReportMutation);
  const catalogue = catalogueOf(base);
  const flags = flagsOf(
    content,
    cherriesOf(base),
    base.indicators.map((id) => ({ id })),
  );
  const changed = content !== unchanged;
  const change = (next: ReportContent) => {
    setContent(next);
    setSaid('');
  };
  const begin = (report: ShownReport, words: string) => {
    const stored = contentOf(report);
    setBase(report);
    setContent(stored);
    setUnchanged(stored);
    setProblems([]);
    setTheirs(undefined);
    setNote('');
    setSaid(words);
    onStored();
  };
  const store = async () => {
    if (fetching || !changed || theirs !== undefined) return;
    const { data } = await save({
      input: {
        roundId: base.roundId,
        expectedVersion: base.version,
        title: content.title,
        note,
        blocks: content.blocks.map((block) => ({ ...block, notFigures: [...block.notFigures] })),
        cherries: content.cherries.map((answer) => ({ ...answer, notFigures: [...answer.notFigures] })),
      },
    });
    const result = data?.saveReport;
    if (result?.__typename === 'Report')
      begin(
        result,
        result.version === base.version + 1
          ? `Stored as version ${result.version}.`
          : `Stored as version ${result.version}, together with what others stored meanwhile.`,
      );
    else if (result?.__typename === 'ReportRefused') setProblems(result.problems);
    else if (result?.__typename === 'ReportConflict')
      setTheirs({ report: result.stored, places: result.conflicts });
  };
  /** What is chosen place by place is put on top of what they stored, which is the base of the next saving. */
  const choose = (place: string, takes: boolean) => {
    if (theirs === undefined) return;
    const stored = contentOf(theirs.report);
    if (takes) setContent(takeTheirs(content, stored, [place]));
    const places = theirs.places.filter((each) => each !== place);
    setTheirs(places.length === 0 ? undefined : { ...theirs, places });
    if (places.length === 0) {
      // Everything of theirs that I did not touch is taken along; what was chosen as mine stands on top of it.
      const mine = takes ? takeTheirs(content, stored, [place]) : content;
      const untouched = stored.blocks
        .filter((block) => sameAs(unchanged, mine, block.id) && !sameAs(unchanged, stored, block.id))
        .map(({ id }) => id);
      setContent(takeTheirs(mine, stored, untouched));
      setBase(theirs.report);
      setUnchanged(stored);
    }
  };
  return (
    <>
      <FlagList flags={flags} onGo={setOpen} />
      {mayChange && (
        <TextField
          label="Title of the report"
          value={content.title}
          maxLength={200}
          problem={refusalOf(problems, 'title')}
          onChange={(title) => change({ ...content, title })}
        />
      )}
      <section aria-labelledby="report-blocks">
        <h2 id="report-blocks">Blocks</h2>
        <BlockList
          content={content}
          catalogue={catalogue}
          indicators={base.indicators}
          flags={flags.filter(({ code }) => code !== 'CHERRIES_BLANK')}
          problemOf={(field) => refusalOf(problems, field)}
          mayChange={mayChange}
          open={open}
          onOpen={setOpen}
          onChange={change}
        />
      </section>
      <CherriesFields
        items={base.cherries}
        content={content}
        mayChange={mayChange}
        problemOf={(field) =>
          flags.some((flag) => flag.field === field && holdsBack(flag))
            ? 'A bare number: write a reference such as {{forms.received}} instead.'
            : refusalOf(problems, field)
        }
        onChange={change}
      />
      {mayChange && (
        <div className="la-report-save la-no-print">
          {theirs !== undefined && (
            <ReportConflict
              places={theirs.places}
              mine={content}
              theirs={contentOf(theirs.report)}
              onKeepMine={(place) => choose(place, false)}
              onTakeTheirs={(place) => choose(place, true)}
            />
          )}
          <RefusalList heading="Nothing was stored" problems={problems} />
          {error && <ProblemNotice problem={toProblem(error)} />}
          <TextField label="Why (for the history)" value={note} maxLength={400} onChange={setNote} />
          <p role="status">{said || (changed ? 'There are changes that are not stored.' : 'All stored.')}</p>
          <div className="la-actions">
            <button
              type="button"
              className="nhsuk-button"
              aria-disabled={fetching || !changed || theirs !== undefined}
              onClick={() => void store()}
            >
              {fetching ? 'Storing…' : 'Store the report'}
            </button>
            {changed && (
              <button
                type="button"
                className="nhsuk-button nhsuk-button--secondary"
                onClick={() => change(unchanged)}
              >
                Undo the changes
              </button>
            )}
          </div>
        </div>
      )}
      <ReportHistory
        report={base}
        mayChange={mayChange}
        onStored={(report) => begin(report, `Version ${report.version} holds now.`)}
      />
    </>
  );
}

const sameAs = (one: ReportContent, other: ReportContent, id: string): boolean => {
  const find = ({ blocks }: ReportContent) => JSON.stringify(blocks.find((block) => block.id === id));
  return find(one) === find(other);
};
