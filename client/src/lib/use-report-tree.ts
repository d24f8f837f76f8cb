import type { Problem } from '@liaison-atlas/shared/kernel/problem';
import type { ReportTree } from '@liaison-atlas/shared/publication/report/report-tree';
import { useEffect, useState } from 'react';

/** What the server answered to an address of a report in parts; neither = it is still asked. */
export interface AskedTree {
  readonly tree: ReportTree | undefined;
  readonly problem: Problem | undefined;
}

const LOST: Problem = {
  code: 'NO_CONNECTION',
  field: '',
  message: 'The server could not be reached.',
  mend: 'Check the network connection, then load the page again.',
};

/** Fetches a report in parts; the answer to an earlier address is never shown under a later one. */
export function useReportTree(address: string): AskedTree {
  const [answer, setAnswer] = useState<AskedTree & { readonly address: string }>();
  useEffect(() => {
    const stop = new AbortController();
    const ask = async (): Promise<AskedTree> => {
      const response = await fetch(address, { signal: stop.signal });
      const body: unknown = await response.json();
      return response.ok
        ? { tree: body as ReportTree, problem: undefined }
        : { tree: undefined, problem: body as Problem };
    };
    ask()
      .catch(() => ({ tree: undefined, problem: LOST }))
      .then((asked) => {
        if (!stop.signal.aborted) setAnswer({ ...asked, address });
      })
      .catch(() => undefined);
    return () => stop.abort();
  }, [address]);
  return answer?.address === address ? answer : { tree: undefined, problem: undefined };
}
