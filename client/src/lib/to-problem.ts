import type { Problem } from '@liaison-atlas/shared/kernel/problem';
import type { CombinedError } from 'urql';

/** What a failed request says, in the one shape of the project; a lost connection gets words of its own. */
export function toProblem(error: Pick<CombinedError, 'networkError' | 'graphQLErrors' | 'message'>): Problem {
  const first = error.graphQLErrors[0];
  if (first) {
    const { code, field, mend } = first.extensions ?? {};
    return {
      code: typeof code === 'string' ? code : 'UNEXPECTED',
      field: typeof field === 'string' ? field : '',
      message: first.message,
      mend: typeof mend === 'string' ? mend : 'Try again. If it happens again, tell whoever runs this site.',
    };
  }
  return {
    code: 'NO_CONNECTION',
    field: '',
    message: 'The server could not be reached.',
    mend: 'Check the network connection, then try again.',
  };
}
