import type { Instrument } from '@liaison-atlas/shared/instrument/instrument';
import { fromFhirQuestionnaire } from '@liaison-atlas/shared/instrument/interchange/from-fhir-questionnaire';
import { fromXlsForm } from '@liaison-atlas/shared/instrument/interchange/from-xlsform';
import { toFhirQuestionnaire } from '@liaison-atlas/shared/instrument/interchange/to-fhir-questionnaire';
import { toXlsForm } from '@liaison-atlas/shared/instrument/interchange/to-xlsform';
import type { SheetProblem } from '@liaison-atlas/shared/instrument/interchange/xlsform';
import { draftFrom } from '@liaison-atlas/shared/instrument/new-draft';
import { parseDraft } from '@liaison-atlas/shared/instrument/parse-draft';
import type { Problem } from '@liaison-atlas/shared/kernel/problem';
import { Injectable } from '@nestjs/common';

import type { Actor } from '../../access/actor.js';
import { InstrumentDraftService } from '../instrument-draft.service.js';
import { InstrumentService } from '../instrument.service.js';
import { readWorkbook, writeWorkbook } from './workbook.js';

/** Formats in which a questionnaire comes in and goes out. */
export type InterchangeFormat = 'xlsform' | 'fhir';

/** What came of an import or of its rehearsal: every line that stops it, every line that was left out or assumed. */
export interface ImportReport {
  readonly format: InterchangeFormat;
  /** Nothing stops it. */
  readonly accepted: boolean;
  /** A draft was made of it; never in a dry run, never when anything stops it. */
  readonly stored: boolean;
  /** The draft that was made; '' = none. */
  readonly draftId: string;
  /** Series, title and size of what was read; '' and 0 while it cannot be read as a whole. */
  readonly key: string;
  readonly title: string;
  readonly pages: number;
  readonly questions: number;
  readonly problems: readonly (Problem | SheetProblem)[];
  readonly notices: readonly (Problem | SheetProblem)[];
}

interface Reading {
  readonly instrument?: Instrument;
  readonly problems: readonly (Problem | SheetProblem)[];
  readonly notices: readonly (Problem | SheetProblem)[];
}

/** Questionnaires out of and into the product, as XLSForm and as FHIR Questionnaire. */
@Injectable()
export class InterchangeService {
  constructor(
    private readonly instruments: InstrumentService,
    private readonly drafts: InstrumentDraftService,
  ) {}

  /** @throws DomainError NOT_FOUND */
  async xlsForm(key: string | undefined, version: string): Promise<Buffer> {
    return writeWorkbook(toXlsForm(await this.instrumentOf(key, version)));
  }

  /** @throws DomainError NOT_FOUND */
  async fhirQuestionnaire(key: string | undefined, version: string): Promise<string> {
    return JSON.stringify(toFhirQuestionnaire(await this.instrumentOf(key, version)), undefined, 2);
  }

  /** Reads a workbook and makes a draft of it, all of it or nothing; `dryRun` only says what would come of it. */
  async importXlsForm(actor: Actor, file: Buffer, dryRun: boolean): Promise<ImportReport> {
    const sheets = await readWorkbook(file);
    const reading = sheets.ok ? fromXlsForm(sheets.value) : { problems: sheets.problems, notices: [] };
    return this.import(actor, 'xlsform', reading, dryRun);
  }

  /** The same for a FHIR Questionnaire as JSON. */
  async importFhir(actor: Actor, resource: unknown, dryRun: boolean): Promise<ImportReport> {
    return this.import(actor, 'fhir', fromFhirQuestionnaire(resource), dryRun);
  }

  private async import(
    actor: Actor,
    format: InterchangeFormat,
    { instrument, problems, notices }: Reading,
    dryRun: boolean,
  ): Promise<ImportReport> {
    const report: ImportReport = {
      format,
      accepted: false,
      stored: false,
      draftId: '',
      key: instrument?.key ?? '',
      title: instrument?.title.en ?? '',
      pages: instrument?.pages.length ?? 0,
      questions: instrument?.pages.flatMap(({ questions }) => questions).length ?? 0,
      problems,
      notices,
    };
    if (!instrument) return report;
    // A draft has no version and no status; what it is compared with is said when it is published.
    const content = draftFrom(instrument);
    const checked = parseDraft(JSON.parse(JSON.stringify(content)));
    if (!checked.ok) return { ...report, problems: checked.problems };
    const from = (await this.instruments.latest(instrument.key))?.version ?? '';
    const asked = { key: instrument.key, title: '', from, content: JSON.stringify(content) };
    if (dryRun) {
      const isBegun = (await this.drafts.list(actor)).some(({ key }) => key === instrument.key);
      return { ...report, accepted: !isBegun, problems: isBegun ? [DRAFT_EXISTS] : [] };
    }
    const created = await this.drafts.create(actor, asked);
    return created.ok
      ? { ...report, accepted: true, stored: true, draftId: created.value.id }
      : { ...report, problems: created.problems };
  }

  private async instrumentOf(key: string | undefined, version: string): Promise<Instrument> {
    const found = await this.instruments.get(version, key);
    return JSON.parse(found.content) as Instrument;
  }
}

/** What making the draft would say; a rehearsal says it too. */
const DRAFT_EXISTS: Problem = {
  code: 'DRAFT_EXISTS',
  field: 'key',
  message: 'There is a draft of this series already; two would overtake each other.',
  mend: 'Open the draft that there is, or delete it first.',
};
