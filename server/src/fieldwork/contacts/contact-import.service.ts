import {
  type ContactImportReport,
  LEGAL_BASES,
  type LegalBasis,
  type ReadContactRows,
} from '@liaison-atlas/shared/fieldwork/contacts/contact-row';
import { mergeByAddress } from '@liaison-atlas/shared/fieldwork/contacts/merge-by-address';
import { readContactRows } from '@liaison-atlas/shared/fieldwork/contacts/read-contact-rows';
import { MOST_PROBLEMS_SHOWN } from '@liaison-atlas/shared/frame/frame-import-report';
import { canonicalJson } from '@liaison-atlas/shared/kernel/canonical-json';
import { cleanText } from '@liaison-atlas/shared/kernel/clean-text';
import type { Problem } from '@liaison-atlas/shared/kernel/problem';
import { accept, refuse, type Result } from '@liaison-atlas/shared/kernel/result';
import { Injectable } from '@nestjs/common';
import { InjectDataSource } from '@nestjs/typeorm';
import type { DataSource, EntityManager } from 'typeorm';

import type { Actor } from '../../access/actor.js';
import { runAgain } from '../../database/run-again.js';
import { UnitOfWork } from '../../database/unit-of-work.js';
import type { UploadLimit } from '../../frame/frame-upload.js';
import { FrameService } from '../../frame/frame.service.js';
import { decodeText, readCsvRecords } from '../../frame/read-frame-file.js';
import { Clock } from '../../platform/clock.js';
import { DomainError } from '../../platform/domain-error.js';
import { sha256 } from '../../platform/ids.js';
import { ContactBookService } from './contact-book.service.js';
import type { ContactList } from './contact-list.entity.js';
import { NO_BASIS, NO_SOURCE } from './contact.service.js';
import { keeperOf } from './keeps-contact.js';
import { type PlannedContact, planContacts, type Provenance, storeContacts } from './store-contacts.js';

/** A list of contacts to import, and what the survey lead says of it. */
export interface ContactUpload {
  readonly bytes: Buffer;
  readonly fileName: string;
  readonly listId: string;
  readonly legalBasis: string;
  readonly source: string;
}

const MEGABYTE = 1024 * 1024;
const MOST_BYTES = 5 * MEGABYTE;

/** Some 50,000 people; a larger file is refused before it is read. */
export const CONTACT_LIMIT: UploadLimit = {
  mostBytes: MOST_BYTES,
  tooLarge: (size) => ({
    code: 'TOO_LARGE',
    field: 'file',
    message: `The file has ${(size / MEGABYTE).toFixed(1)} MB; at most ${MOST_BYTES / MEGABYTE} MB can be imported.`,
    mend: 'Leave only the people to be invited in it, one line each.',
  }),
};

interface Read {
  readonly fileName: string;
  readonly hash: string;
  readonly rows: ReadContactRows;
  readonly notices: readonly string[];
}

/** Imports lists of contacts: first a report, then the very same again to store it, whole or not at all. */
@Injectable()
export class ContactImportService {
  constructor(
    @InjectDataSource() private readonly reader: DataSource,
    private readonly book: ContactBookService,
    private readonly frame: FrameService,
    private readonly unitOfWork: UnitOfWork,
    private readonly clock: Clock,
  ) {}

  /** What the list would do; writes nothing. @throws DomainError FORBIDDEN, NOT_FOUND */
  async check(
    actor: Actor,
    roundId: string,
    upload: ContactUpload,
  ): Promise<Result<ContactImportReport, Problem>> {
    const list = await this.book.getList(actor, roundId, upload.listId);
    const read = await this.read(upload);
    if (!read.ok) return read;
    return accept((await this.plan(this.reader.manager, actor, list, read.value)).report);
  }

  /**
   * Stores the list in one unit of work. `plan` is what `check` answered: when the file or the contacts have changed
   * since, nothing is stored. @throws DomainError FORBIDDEN, NOT_FOUND, CONFLICT
   */
  async store(
    actor: Actor,
    roundId: string,
    upload: ContactUpload,
    plan: string,
  ): Promise<Result<ContactImportReport, Problem>> {
    const list = await this.book.getList(actor, roundId, upload.listId);
    const provenance = checkProvenance(upload);
    if (!provenance.ok) return provenance;
    const read = await this.read(upload);
    if (!read.ok) return read;
    const report = await runAgain(this.unitOfWork, actor, async (unit) => {
      const planned = await this.plan(unit.manager, actor, list, read.value);
      if (planned.report.plan === '' || planned.report.plan !== plan) throw stale();
      await storeContacts(unit.manager, planned.people, provenance.value, this.clock.now());
      const { people, added, changed } = planned.report;
      await unit.audit('contacts.imported', 'contact_list', list.id, { people, added, changed });
      return { ...planned.report, stored: true };
    });
    return accept(report);
  }

  private async read({ bytes, fileName }: ContactUpload): Promise<Result<Read, Problem>> {
    const name = cleanText(fileName.trim(), 'name', 200);
    if (!name.ok) return name;
    const text = decodeText(bytes);
    if (!text.ok) return text;
    const records = await readCsvRecords(text.value.text);
    if (!records.ok) return records;
    const rows = readContactRows(records.value, {
      codeOf: (code) => this.frame.findHospital(code)?.odsCode,
      names: this.frame
        .listSites()
        .flatMap(({ odsCode, town, name: first, aliases }) =>
          [first, ...aliases].map((each) => ({ odsCode, town, name: each })),
        ),
    });
    return accept({ fileName: name.value, hash: sha256(bytes), rows, notices: text.value.notices });
  }

  private async plan(
    manager: EntityManager,
    actor: Actor,
    list: ContactList,
    { fileName, hash, rows: { rows, problems }, notices }: Read,
  ): Promise<{ readonly report: ContactImportReport; readonly people: readonly PlannedContact[] }> {
    const keeps = await keeperOf(manager, actor);
    const people =
      problems.length > 0 ? [] : await planContacts(manager, mergeByAddress(rows), list.id, keeps);
    const heldBack = people.filter((one) => one.heldBack).length;
    const count = (change: PlannedContact['change']): number =>
      people.filter((one) => one.change === change).length;
    const merged = rows.length - new Set(rows.map(({ email }) => email)).size;
    const report: ContactImportReport = {
      stored: false,
      fileName,
      rows: rows.length,
      people: people.length,
      added: count('added'),
      changed: count('changed'),
      unchanged: count('unchanged'),
      optedOut: people.filter(({ optedOut }) => optedOut).length,
      problemCount: problems.length,
      problems: problems.slice(0, MOST_PROBLEMS_SHOWN),
      notices: [
        ...notices,
        ...(merged > 0 && problems.length === 0
          ? [
              merged === 1
                ? '1 further line with an address that came before was put together with it.'
                : `${merged} further lines with an address that came before were put together with it.`,
            ]
          : []),
        ...(heldBack > 0
          ? [
              `${heldBack} ${heldBack === 1 ? 'person is' : 'people are'} on lists of others too: they come onto this list with the name, role and hospitals that they have there.`,
            ]
          : []),
      ],
      plan: problems.length > 0 ? '' : sha256(canonicalJson([list.id, hash, people.map(toPlanLine)])),
    };
    return { report, people };
  }
}

/** What storing one person rests on. */
const toPlanLine = ({ known, values, change }: PlannedContact): unknown => [known?.id ?? '', values, change];

function checkProvenance({ legalBasis, source: raw, listId }: ContactUpload): Result<Provenance, Problem> {
  const source = cleanText(raw.trim(), 'source', 200);
  if (!source.ok) return source;
  const problems = [
    ...(source.value === '' ? [NO_SOURCE] : []),
    ...((LEGAL_BASES as readonly string[]).includes(legalBasis) ? [] : [NO_BASIS]),
  ];
  if (problems.length > 0) return refuse(...problems);
  return accept({ listId, legalBasis: legalBasis as LegalBasis, source: source.value });
}

const stale = (): DomainError =>
  new DomainError(
    'CONFLICT',
    'Nothing was stored: the file or the contacts are not what was checked.',
    'plan',
    'Check the list again, read the report, and confirm that one.',
  );
