import type { Person } from './people.js';

/** A comment as a coder's desk shows it. */
export interface ShownComment {
  readonly unitId: string;
  readonly text: string;
  readonly textHash: string;
  readonly state: string;
  readonly revision: number;
  readonly codes: readonly { readonly codeId: string; readonly start: number; readonly end: number }[];
  readonly suggested: readonly string[];
  readonly memo: string;
}

/** A codebook as the API gives it. */
export interface ShownCodebook {
  readonly id: string;
  readonly version: number;
  readonly codes: readonly {
    readonly id: string;
    readonly key: string;
    readonly name: string;
    readonly definition: string;
    readonly parentId: string;
    readonly applicable: boolean;
  }[];
}

const CODE = 'id key name definition include exclude example colour parentId applicable';
const BOOK = `id version codes { ${CODE} }`;
const DESK = `query ($taskId: ID!, $skip: Int, $take: Int) { codingDesk(taskId: $taskId, skip: $skip, take: $take) {
  total final fresh firstOpen finishedAt codebook { ${BOOK} }
  comments { number unitId question text textHash state revision memo codes { codeId start end } suggested } } }`;

/** What came of a request: its answer, or code and words of the refusal. */
export interface Answer<Value> {
  readonly value: Value;
  readonly code: string;
  readonly message: string;
}

/** Sends one operation and unwraps it. */
export async function askFor<Value = any>(
  person: Person,
  name: string,
  query: string,
  variables: Record<string, unknown> = {},
): Promise<Answer<Value>> {
  const { data, errors } = await person.ask(query, variables);
  const [error] = errors ?? [];
  return {
    value: data?.[name] as Value,
    code: String(error?.extensions['code'] ?? ''),
    message: error?.message ?? '',
  };
}

export const openDesk = (person: Person, taskId: string, window: { skip?: number; take?: number } = {}) =>
  askFor(person, 'codingDesk', DESK, { taskId, take: 100, ...window });

export const myTasks = (person: Person) =>
  askFor(person, 'myCodingTasks', '{ myCodingTasks { id roundId kind total final open finishedAt } }');

export const tasksOf = (person: Person, roundId: string) =>
  askFor(
    person,
    'codingTasks',
    'query ($r: ID!) { codingTasks(roundId: $r) { id coderName kind total final open finishedAt removedAt } }',
    { r: roundId },
  );

/** Stores codes on a comment, on top of the revision shown. */
export const saveCoding = (
  person: Person,
  taskId: string,
  { unitId, textHash, revision }: Pick<ShownComment, 'unitId' | 'textHash' | 'revision'>,
  codeIds: readonly string[],
  values: { final?: boolean; memo?: string; codes?: ShownComment['codes']; suggested?: string[] } = {},
) =>
  askFor(
    person,
    'saveCoding',
    'mutation ($input: SaveCodingInput!) { saveCoding(input: $input) { unitId revision state savedAt } }',
    {
      input: {
        taskId,
        unitId,
        textHash,
        expectedRevision: revision,
        codes: codeIds.map((codeId) => ({ codeId, start: 0, end: 0 })),
        memo: '',
        final: true,
        ...values,
      },
    },
  );

export const setSuggestions = (person: Person, taskId: string, on: boolean) =>
  askFor(
    person,
    'setCodingSuggestions',
    'mutation ($t: ID!, $on: Boolean!) { setCodingSuggestions(taskId: $t, on: $on) { id suggestions } }',
    { t: taskId, on },
  );

export const suggestionsFor = (person: Person, taskId: string, unitId: string) =>
  askFor(
    person,
    'codingSuggestions',
    `query ($t: ID!, $u: ID!) { codingSuggestions(taskId: $t, unitId: $u) { state learnedFrom suggestions {
      codeId likelihood withCode withoutCode words { word withCode withoutCode weight places { start end } } } } }`,
    { t: taskId, u: unitId },
  );

export const finishCoding = (person: Person, taskId: string) =>
  askFor(
    person,
    'finishCoding',
    'mutation ($t: ID!) { finishCoding(taskId: $t) { finishedAt final total } }',
    { t: taskId },
  );

export const assignCoder = (
  person: Person,
  input: { roundId: string; codebookId: string; personId: string } & Record<string, unknown>,
) =>
  askFor(
    person,
    'assignCoder',
    'mutation ($input: AssignCoderInput!) { assignCoder(input: $input) { id total } }',
    {
      input: { kind: 'code', part: 1, parts: 1, ...input },
    },
  );

export const createCodebook = (person: Person, values: Record<string, unknown> = {}) =>
  askFor(
    person,
    'createCodebook',
    `mutation ($input: CreateCodebookInput!) { createCodebook(input: $input) {
      codebook { ${BOOK} } report { line name outcome note } } }`,
    { input: { title: 'Themes', roundId: '', begin: 'starter', qdc: '', ...values } },
  );

/** A mutation of a codebook that gives the book back. */
export const changeCodebook = (
  person: Person,
  name: 'mergeCodes' | 'splitCode' | 'restoreCodebook' | 'saveCodebook',
  input: Record<string, unknown>,
) => {
  const type = `${name[0]!.toUpperCase()}${name.slice(1)}Input`;
  return askFor<ShownCodebook>(
    person,
    name,
    `mutation ($input: ${type}!) { ${name}(input: $input) { ${BOOK} } }`,
    {
      input,
    },
  );
};

export const agreementOf = (person: Person, roundId: string, codebookId: string) =>
  askFor(
    person,
    'codingAgreement',
    `query ($r: ID!, $c: ID!) { codingAgreement(roundId: $r, codebookId: $c) {
      version heldBack adjudicated agreed disagreed waiting alphas { key alpha }
      pairs { first second comments codes { key n both onlyFirst onlySecond neither observed kappa low high pabak ac1 prevalence
      unaided { suggested accepted n both onlyFirst onlySecond neither kappa } } } } }`,
    { r: roundId, c: codebookId },
  );

export const comparisonOf = (person: Person, roundId: string, codebookId: string) =>
  askFor(
    person,
    'codingComparison',
    `query ($r: ID!, $c: ID!) { codingComparison(roundId: $r, codebookId: $c, take: 100) {
      total undecided comments { unitId text state revision memo codings { by memo codes { codeId } } decided { codeId } } } }`,
    { r: roundId, c: codebookId },
  );

export const decideCoding = (
  person: Person,
  input: { roundId: string; codebookId: string; unitId: string } & Record<string, unknown>,
) =>
  askFor(person, 'decideCoding', 'mutation ($input: DecideCodingInput!) { decideCoding(input: $input) }', {
    input: { expectedRevision: 0, codes: [], memo: '', ...input },
  });

const QUOTATION = 'id unitId revision text words state masks { start end label }';

export const saveQuotation = (person: Person, input: Record<string, unknown>) =>
  askFor(
    person,
    'saveQuotation',
    `mutation ($input: SaveQuotationInput!) { saveQuotation(input: $input) { ${QUOTATION} } }`,
    { input: { id: '', expectedRevision: 0, masks: [], ...input } },
  );

export const confirmQuotation = (person: Person, id: string, revision: number) =>
  askFor(
    person,
    'confirmQuotation',
    `mutation ($id: ID!, $r: Int!) { confirmQuotation(id: $id, expectedRevision: $r) { ${QUOTATION} } }`,
    { id, r: revision },
  );

export const removeQuotation = (person: Person, id: string) =>
  askFor(person, 'removeQuotation', `mutation ($id: ID!) { removeQuotation(id: $id) }`, { id });

export const quotationsOf = (person: Person, roundId: string) =>
  askFor(person, 'quotations', `query ($r: ID!) { quotations(roundId: $r) { ${QUOTATION} } }`, {
    r: roundId,
  });
