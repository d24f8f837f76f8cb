import type { FrameImportReport } from '@liaison-atlas/shared/frame/frame-import-report';
import type { Problem } from '@liaison-atlas/shared/kernel/problem';

import type { GraphqlAnswer, TestServer } from './start-server.js';

/** Hospitals that do not exist: no invented fact is ever attached to a real one. */
export const UNREAL_HEADINGS =
  'ods_code,name,trust_code,trust_name,trust_type,postcode,latitude,longitude,region_code,icb_code,site_type,ed_type';

/** A line for a hospital that does not exist, under `UNREAL_HEADINGS`. */
export const unrealLine = (
  code: string,
  name: string,
  values: Partial<Record<'trust' | 'ed' | 'kind', string>> = {},
): string =>
  [
    code,
    name,
    values.trust ?? 'ZZX',
    `Unreal Trust ${values.trust ?? 'ZZX'}`,
    'acute',
    'ZZ99 9ZZ',
    '54.0000',
    '-1.5000',
    'Y63',
    'QHM',
    values.kind ?? 'general',
    values.ed ?? 'major',
  ].join(',');

export const unrealList = (...lines: readonly string[]): string =>
  [UNREAL_HEADINGS, ...lines, ''].join('\r\n');

export interface Outcome {
  readonly frame?: Record<string, any>;
  readonly problems: readonly Problem[];
  readonly error: string;
}

export interface UploadAnswer {
  readonly status: number;
  readonly report: FrameImportReport;
  /** The refusal of the file as a whole, by its code; '' = it was read. */
  readonly refused: string;
  readonly body: any;
}

const RESULT = `{ __typename ... on SamplingFrame { id title status asOf hash listedSize copiedFrom counts { eligible ineligible unknown undecided } }
  ... on FrameRefused { problems { code field message mend } } }`;

/** The survey lead at work on frames, by GraphQL and by upload. */
export class FrameLead {
  private constructor(
    private readonly server: TestServer,
    readonly cookie: string,
  ) {}

  static async of(server: TestServer): Promise<FrameLead> {
    return new FrameLead(server, await server.signIn());
  }

  ask(query: string, variables: Record<string, unknown> = {}): Promise<GraphqlAnswer> {
    return this.server.send(query, variables, this.cookie);
  }

  /** A draft; copies the frame of 2018 when asked to. */
  create(title: string, copyOf = '', asOf = '2027-04-01'): Promise<Outcome> {
    const input = { title, definition: 'Made up by a test.', source: 'A test.', asOf, copyOf };
    return this.change('createFrame', 'CreateFrameInput', input);
  }

  decide(frameId: string, siteId: string, verdict: string | null, reason = ''): Promise<Outcome> {
    return this.change('setEligibility', 'SetEligibilityInput', { frameId, siteId, verdict, reason });
  }

  add(frameId: string, odsCode: string, facts: Record<string, string> = {}, source = ''): Promise<Outcome> {
    const rows = Object.entries(facts).map(([column, value]) => ({ column, value }));
    return this.change('addFrameUnit', 'AddFrameUnitInput', { frameId, odsCode, facts: rows, source });
  }

  async freeze(frameId: string): Promise<Outcome> {
    return toOutcome(
      await this.ask(`mutation ($id: ID!) { freezeFrame(frameId: $id) ${RESULT} }`, { id: frameId }),
      'freezeFrame',
    );
  }

  /** The hospitals of a frame by code. */
  async units(frameId: string): Promise<Map<string, Record<string, any>>> {
    const { data, errors } = await this.ask(
      `query ($id: ID!) { samplingFrame(id: $id) { units { siteId odsCode name trustCode trust trustType sizeBand region
        eligibility why isDecided ruleEligibility ruleReasons aliases { id text byHand } } } }`,
      { id: frameId },
    );
    if (errors !== undefined) throw new Error(JSON.stringify(errors));
    const units = data?.['samplingFrame'].units as Record<string, any>[];
    return new Map(units.map((unit) => [String(unit['odsCode']), unit]));
  }

  /** The frame as the file that a download brings. */
  async takeOut(frameId: string): Promise<string> {
    const answer = await fetch(`${this.server.url}/manage/v1/frames/${frameId}/hospitals.csv`, {
      headers: { cookie: this.cookie },
    });
    return new TextDecoder('utf-8', { ignoreBOM: true }).decode(await answer.arrayBuffer());
  }

  /** Sends a file; without `plan` it is only checked. */
  async upload(
    frameId: string,
    file: string | Buffer,
    { plan = '', source = 'A made-up list', whole = false, type = 'text/csv' } = {},
  ): Promise<UploadAnswer> {
    const query = new URLSearchParams({ name: 'unreal.csv', source, whole: whole ? 'yes' : 'no', plan });
    const answer = await fetch(`${this.server.url}/manage/v1/frames/${frameId}/import?${query}`, {
      method: 'POST',
      headers: { 'content-type': type, cookie: this.cookie },
      body: typeof file === 'string' ? file : new Uint8Array(file),
    });
    const body = (await answer.json()) as any;
    const refused = String(body.code ?? body.problems?.[0]?.code ?? '');
    return { status: answer.status, report: body, refused: answer.status === 200 ? '' : refused, body };
  }

  /** Checks a file and stores exactly what the report describes. */
  async imports(
    frameId: string,
    file: string,
    options: { whole?: boolean } = {},
  ): Promise<FrameImportReport> {
    const checked = await this.upload(frameId, file, options);
    const stored = await this.upload(frameId, file, { ...options, plan: checked.report.plan });
    if (stored.status !== 200) throw new Error(JSON.stringify([checked.body, stored.body]));
    return stored.report;
  }

  private async change(name: string, type: string, input: Record<string, unknown>): Promise<Outcome> {
    return toOutcome(
      await this.ask(`mutation ($input: ${type}!) { ${name}(input: $input) ${RESULT} }`, { input }),
      name,
    );
  }
}

function toOutcome({ data, errors }: GraphqlAnswer, name: string): Outcome {
  const result = data?.[name] as Record<string, any> | undefined;
  return {
    ...(result?.['__typename'] === 'SamplingFrame' && { frame: result }),
    problems: (result?.['problems'] ?? []) as readonly Problem[],
    error: String(errors?.[0]?.extensions['code'] ?? ''),
  };
}
