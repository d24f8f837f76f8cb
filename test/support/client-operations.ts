import { readFileSync } from 'node:fs';
import { join } from 'node:path';

/** Texts of the built client's GraphQL operations by the ids under which it sends them. @throws Error when it is not built */
export const clientOperations = (): Readonly<Record<string, string>> =>
  JSON.parse(readFileSync(join(import.meta.dirname, '../../client/dist/operations.json'), 'utf8')) as Record<
    string,
    string
  >;

/** The operation that a request of the client asks for; '' = none that it knows. */
export function operationOf(body: string | null): string {
  const { documentId = '' } = JSON.parse(body ?? '{}') as { documentId?: string };
  return clientOperations()[documentId] ?? '';
}
