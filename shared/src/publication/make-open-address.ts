import type { OpenAddress, OpenParameter, OpenPart } from './open-address.js';

export const JSON_TYPE = 'application/json';

/** A place in the path. */
export const inPath = (name: string, description: string, values?: readonly string[]): OpenParameter => ({
  name,
  in: 'path',
  description,
  schema: values === undefined ? { type: 'string' } : { type: 'string', enum: values },
});
/** Something after the question mark. */
export const inQuery = (
  name: string,
  description: string,
  schema: OpenParameter['schema'] = { type: 'string' },
): OpenParameter => ({ name, in: 'query', description, schema });

/** An address; without parameters it is its own example and is always there. */
export const address = (
  part: OpenPart,
  operation: string,
  path: string,
  holds: string,
  more: Partial<OpenAddress> = {},
): OpenAddress => ({
  path,
  part,
  operation,
  holds,
  parameters: [],
  mediaType: JSON_TYPE,
  schema: '',
  example: path,
  mayBeMissing: path.includes('{'),
  ...more,
});
