import { useQuery } from 'urql';

import type { ShownSuggestions } from './desk-suggestions.js';
import { codingSuggestionsQuery } from './suggestions.graphql.js';

/**
 * What is suggested for the comment on the desk, learned from everything that is finished by now. undefined = nothing is
 * asked for, or the answer has not come or did not: coding goes on without it.
 */
export function useSuggestions(taskId: string, unitId: string, isOn: boolean): ShownSuggestions | undefined {
  const [{ data }] = useQuery({
    query: codingSuggestionsQuery,
    variables: { taskId, unitId },
    pause: !isOn,
    requestPolicy: 'network-only',
  });
  const found = isOn ? data?.codingSuggestions : undefined;
  return found?.state === 'off' ? undefined : found;
}
