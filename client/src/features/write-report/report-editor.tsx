import type { Problem } from '@liaison-atlas/shared/kernel/problem';
import { mergeReports } from '@liaison-atlas/shared/publication/report/merge-reports';
import { flagsOf, holdsBack } from '@liaison-atlas/shared/publication/report/report-flags';
import type { ReportContent } from '@liaison-atlas/shared/publication/report/report-content';
import { useEffect, useState } from 'react';
import { useMutation } from 'urql';

import { ProblemNotice } from '../../components/notice.js';
import { ProblemList, problemOf } from '../../components/problem-list.js';
import { TextField } from '../../components/text-field.js';
import { toProblem } from '../../lib/to-problem.js';
import { BlockList } from './block-list.js';
import { CherriesFields } from './cherries-fields.js';
import { catalogueOf, cherriesOf, contentOf } from './edit-report.js';
import { FlagList } from './flag-list.js';
import { ReportConflict } from './report-conflict.js';
import { ReportHistory } from './report-history.js';
import { saveReportMutation, type ShownReport } from './write-report.graphql.js';

/** Whose text holds, by the place in which two people wrote. */
type Choices = ReadonlyMap<string, 'mine' | 'theirs'>;

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
  const [theirs, setTheirs] = useState<{
    readonly report: ShownReport;
    readonly places: readonly string[];
    readonly choices: Choices;
  }>();
  const [{ error, fetching }, save] = useMutation(saveReportMutation);
  const catalogue = catalogueOf(base);
  const flags = flagsOf(
    content,
    cherriesOf(base),
    base.indicators.map((id) => ({ id })),
    base.roundTitle,
    base.quotations,
  );
  const changed = content !== unchanged;
  useEffect(() => {
    if (!changed) return;
    const warn = (event: BeforeUnloadEvent) => event.preventDefault();
    window.addEventListener('beforeunload', warn);
    return () => window.removeEventListener('beforeunload', warn);
  }, [changed]);
  const change = (next: ReportContent) => {
    setContent(next);
    setProblems([]);
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
        blocks: content.blocks.map((block) => ({
          ...block,
          notFigures: [...block.notFigures],
          quotations: [...(block.quotations ?? [])],
        })),
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
      setTheirs({ report: result.stored, places: result.conflicts, choices: new Map() });
  };
  /** When every place is chosen, both changes are put together; what is stored there is the base of the next saving. */
  const choose = (place: string, choice: 'mine' | 'theirs') => {
    if (theirs === undefined) return;
    const choices = new Map(theirs.choices).set(place, choice);
    const stored = contentOf(theirs.report);
    const merged = mergeReports(unchanged, stored, content, choices);
    if (!merged.ok) {
      setTheirs({ ...theirs, choices, places: merged.conflicts });
      return;
    }
    setContent(merged.content);
    setUnchanged(stored);
    setBase(theirs.report);
    setTheirs(undefined);
  };
  return (
    <>
      <FlagList flags={flags} onGo={setOpen} />
      {mayChange && (
        <TextField
          label="Title of the report"
          value={content.title}
          maxLength={200}
          problem={problemOf(problems, 'title')}
          onChange={(title) => change({ ...content, title })}
        />
      )}
      <section aria-labelledby="report-blocks">
        <h2 id="report-blocks">Blocks</h2>
        <BlockList
          content={content}
          catalogue={catalogue}
          indicators={base.indicators}
          quotations={base.quotations}
          flags={flags.filter(({ code }) => code !== 'CHERRIES_BLANK')}
          problemOf={(field) => problemOf(problems, field)}
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
            : problemOf(problems, field)
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
              onKeepMine={(place) => choose(place, 'mine')}
              onTakeTheirs={(place) => choose(place, 'theirs')}
            />
          )}
          <ProblemList heading="Nothing was stored" problems={problems} />
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
