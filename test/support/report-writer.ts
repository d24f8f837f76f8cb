import type { Person } from './people.js';

const FIELDS = `roundId version title released
  blocks { id kind level text subject notFigures { text reason } quotations }
  quotations { id words odsCode hospital themes clearedAt clearedBy }
  cherries { id heading answer written notFigures { text reason } }
  figures { id words value } flags { code field text message mend } indicators
  versions { version note }`;
const RESULT = `__typename
  ... on Report { ${FIELDS} }
  ... on ReportRefused { problems { code field message mend } }
  ... on ReportConflict { conflicts stored { ${FIELDS} } }`;

export interface ShownBlock {
  readonly id: string;
  readonly kind: string;
  readonly level: number;
  readonly text: string;
  readonly subject: string;
  readonly notFigures: readonly { readonly text: string; readonly reason: string }[];
  readonly quotations: readonly string[];
}

export interface ShownReport {
  readonly roundId: string;
  readonly version: number;
  readonly title: string;
  readonly released: boolean;
  readonly blocks: readonly ShownBlock[];
  readonly quotations: readonly {
    readonly id: string;
    readonly words: string;
    readonly odsCode: string;
    readonly hospital: string;
    readonly themes: readonly string[];
    readonly clearedBy: string;
  }[];
  readonly cherries: readonly { readonly id: string; readonly answer: string; readonly written: string }[];
  readonly figures: readonly { readonly id: string; readonly value: number | null }[];
  readonly flags: readonly { readonly code: string; readonly field: string; readonly text: string }[];
  readonly versions: readonly { readonly version: number; readonly note: string }[];
}

/** Somebody who writes the report of a round, by program. */
export class ReportWriter {
  constructor(
    private readonly person: Person,
    private readonly roundId: string,
  ) {}

  /** The report as it is; or the code of the refusal. */
  async read(): Promise<{ readonly report: ShownReport; readonly error: string }> {
    const { data, errors } = await this.person.ask(
      `query ($roundId: ID!) { report(roundId: $roundId) { ${FIELDS} } }`,
      { roundId: this.roundId },
    );
    return { report: data?.['report'], error: String(errors?.[0]?.extensions['code'] ?? '') };
  }

  /** Saves a report with blocks changed by id, from the version that it was read in. */
  async save(
    from: ShownReport,
    texts: Readonly<Record<string, string | Partial<ShownBlock>>>,
    rest: Record<string, unknown> = {},
  ): Promise<any> {
    const blocks = from.blocks.map((block) => {
      const change = texts[block.id] ?? {};
      return { ...block, ...(typeof change === 'string' ? { text: change } : change) };
    });
    const { data, errors } = await this.person.ask(
      `mutation ($input: SaveReportInput!) { saveReport(input: $input) { ${RESULT} } }`,
      {
        input: {
          roundId: this.roundId,
          expectedVersion: from.version,
          title: from.title,
          blocks,
          cherries: [],
          note: '',
          ...rest,
        },
      },
    );
    return data?.['saveReport'] ?? { error: errors?.[0]?.extensions['code'] };
  }

  async restore(expectedVersion: number, version: number): Promise<any> {
    const { data, errors } = await this.person.ask(
      `mutation ($input: RestoreReportInput!) { restoreReport(input: $input) { ${RESULT} } }`,
      { input: { roundId: this.roundId, expectedVersion, version } },
    );
    return data?.['restoreReport'] ?? { error: errors?.[0]?.extensions['code'] };
  }
}

/** Text of a block of a report. */
export const textOf = (report: ShownReport, id: string): string | undefined =>
  report.blocks.find((block) => block.id === id)?.text;
