import { readFileSync } from 'node:fs';
import { join } from 'node:path';

/** The very question that the page of replies asks, with the fragments that stand beside it. */
export function trackerQuestion() {
  const file = '../../client/src/features/follow-responses/follow-responses.graphql.ts';
  const text = readFileSync(join(import.meta.dirname, file), 'utf8');
  const parts = [...text.matchAll(/graphql\(\s*`([^`]+)`/g)].map(([, part]) =>
    part.replaceAll(' @_unmask', ''),
  );
  if (!parts.some((part) => part.includes('query FollowResponses')))
    throw new Error(`${file} holds no query`);
  return parts.join('\n');
}
