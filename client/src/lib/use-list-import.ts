import type { Problem } from '@liaison-atlas/shared/kernel/problem';
import { type FormEvent, useRef, useState } from 'react';

import type { ListAnswer } from './send-list.js';

interface ListImport<Report> {
  /** `plan` '' = only check it. */
  readonly send: (file: File, plan: string) => Promise<ListAnswer<Report>>;
  /** What is missing beside the file; empty = nothing. */
  readonly missing: readonly Problem[];
  readonly onStored: () => void;
}

const NO_FILE: Problem = {
  code: 'MISSING_VALUE',
  field: 'file',
  message: 'No file is chosen.',
  mend: 'Choose a CSV file.',
};

/** A list from a file in two steps: checked, with a report, and stored exactly as reported when that is confirmed. */
export function useListImport<Report extends { readonly plan: string; readonly stored: boolean }>({
  send,
  missing,
  onStored,
}: ListImport<Report>) {
  const [file, setFile] = useState<File | null>(null);
  const [report, setReport] = useState<Report | null>(null);
  const [problems, setProblems] = useState<readonly Problem[]>([]);
  const [busy, setBusy] = useState<'' | 'checking' | 'storing'>('');
  const chooser = useRef<HTMLInputElement>(null);
  const pass = async (plan: string) => {
    if (busy !== '' || file === null) return;
    setBusy(plan === '' ? 'checking' : 'storing');
    const answer = await send(file, plan);
    setBusy('');
    if ('problems' in answer) {
      setProblems(answer.problems);
      return;
    }
    setProblems([]);
    setReport(answer.report);
    if (answer.report.stored) onStored();
  };
  const drop = () => setReport(null);
  return {
    report,
    problems,
    busy: busy !== '',
    storing: busy === 'storing',
    /** What goes on, in words; '' = nothing. */
    busyWords: busy === '' ? '' : busy === 'checking' ? 'Checking the list…' : 'Storing the list…',
    chooser,
    choose: (chosen: File | null) => {
      drop();
      setFile(chosen);
    },
    /** A report is of what was said when it was made: whoever says something else checks again. */
    drop,
    check: (event: FormEvent) => {
      event.preventDefault();
      drop();
      const absent = [...(file === null ? [NO_FILE] : []), ...missing];
      setProblems(absent);
      if (absent.length === 0) void pass('');
      else if (file === null) chooser.current?.focus();
    },
    confirm: () => {
      if (report !== null) void pass(report.plan);
    },
  };
}
