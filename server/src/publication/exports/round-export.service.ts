import { toFhirQuestionnaire } from '@liaison-atlas/shared/instrument/interchange/to-fhir-questionnaire';
import { toXlsForm } from '@liaison-atlas/shared/instrument/interchange/to-xlsform';
import type { Instrument } from '@liaison-atlas/shared/instrument/instrument';
import { roundAttribution } from '@liaison-atlas/shared/publication/attribution';
import { EXPORT_HOLDS, type ExportBasis } from '@liaison-atlas/shared/publication/exports/export-names';
import { syntheticNotice } from '@liaison-atlas/shared/publication/synthetic-marking';
import { Injectable } from '@nestjs/common';

import type { Actor } from '../../access/actor.js';
import { requireAccess } from '../../access/require-access.js';
import type { Round } from '../../fieldwork/round.entity.js';
import { RoundService } from '../../fieldwork/round.service.js';
import { FrameService } from '../../frame/frame.service.js';
import { InstrumentService } from '../../instrument/instrument.service.js';
import { writeWorkbook } from '../../instrument/interchange/workbook.js';
import { Clock } from '../../platform/clock.js';
import { DomainError } from '../../platform/domain-error.js';
import { type ExportFile, ExportPackage } from './export-package.js';
import type { ExportSource } from './export-rows.js';
import { type HoldingFreeze, RoundBases } from './round-basis.service.js';
import type { RoundJob } from './round-job.js';
import { tableOf } from './round-source.js';
import { ThreadExports } from './thread-exports.js';

/** What can be asked for; absent = the freeze that holds, else the live state. */
export const EXPORT_BASES = ['freeze', 'live'] as const;
export type AskedBasis = (typeof EXPORT_BASES)[number] | undefined;

/** What there is to take out of a round, and from what it would be made. */
export interface ExportOffer {
  readonly round: string;
  readonly basis: ExportBasis;
  readonly at: string;
  /** Hash of the freeze; '' = the live state. */
  readonly sha256: string;
  /** Forms that count, and hospitals of the frame. */
  readonly forms: number;
  readonly hospitals: number;
  readonly files: readonly { readonly name: string; readonly holds: string; readonly rows: number | null }[];
}

/**
 * The data of a round for its own team: single forms and hospitals, whatever the questionnaire asks. Forms that are left
 * out or wait are never in it, nor is anything personal, nor a comment that nobody has cleared.
 */
@Injectable()
export class RoundExports {
  constructor(
    private readonly rounds: RoundService,
    private readonly instruments: InstrumentService,
    private readonly frame: FrameService,
    private readonly bases: RoundBases,
    private readonly thread: ThreadExports,
    private readonly clock: Clock,
  ) {}

  /** @throws DomainError FORBIDDEN, NOT_FOUND, CONFLICT where there are no answers, or no freeze that holds */
  async offer(actor: Pick<Actor, 'grants'>, roundId: string, asked: AskedBasis): Promise<ExportOffer> {
    const { made, round, freeze, basis, at } = await this.open(actor, roundId, asked);
    const forms =
      freeze === null
        ? await this.thread.count(await this.job(round, null, 'forms'))
        : await this.bases.countedBy(round, freeze);
    const hospitals = this.frame.listHospitals(round.frameId).length;
    const rows: Readonly<Record<string, number>> = { 'forms.csv': forms, 'hospitals.csv': hospitals };
    return {
      round: round.id,
      basis,
      at,
      sha256: freeze?.sha256 ?? '',
      forms,
      hospitals,
      files: [...made.names.filter((name) => name !== 'datapackage.json'), 'export.zip'].map((name) => ({
        name,
        holds: EXPORT_HOLDS[name] ?? '',
        rows: rows[name] ?? null,
      })),
    };
  }

  /** One file; its rows are read while it is sent. @throws DomainError as `offer`, NOT_FOUND for another name */
  async file(
    actor: Pick<Actor, 'grants'>,
    roundId: string,
    name: string,
    asked: AskedBasis,
  ): Promise<ExportFile> {
    const { made } = await this.open(actor, roundId, asked);
    const file = await made.open(name);
    if (file === null)
      throw new DomainError(
        'NOT_FOUND',
        'There is no such file.',
        'file',
        `Use one of ${made.names.join(', ')}, export.zip.`,
      );
    return file;
  }

  private async open(actor: Pick<Actor, 'grants'>, roundId: string, asked: AskedBasis) {
    requireAccess(actor, 'ReadAnalysis', { round: roundId });
    const round = await this.rounds.get(roundId);
    if (round.kind === 'published_facts')
      throw new DomainError(
        'CONFLICT',
        'This round holds a published report; there are no forms of it.',
        'round',
        'Take the files of its release, under Data.',
      );
    const freeze = asked === 'live' ? null : await this.bases.holdingFreeze(round.id);
    if (asked === 'freeze' && freeze === null)
      throw new DomainError(
        'CONFLICT',
        'The round is not frozen.',
        'basis',
        'Freeze it on its cleaning page, or take the live state.',
      );
    const instrument = await this.instruments.contentOf(round);
    const basis: ExportBasis = freeze === null ? { from: 'live' } : { from: 'freeze', number: freeze.number };
    const at = freeze?.at ?? this.clock.now();
    return { made: this.packageOf(round, instrument, freeze, basis, at), round, freeze, basis, at };
  }

  private packageOf(
    round: Round,
    instrument: Instrument,
    freeze: HoldingFreeze | null,
    basis: ExportBasis,
    at: string,
  ): ExportPackage {
    const hospitals = this.frame.listHospitals(round.frameId);
    const notice = syntheticNotice(round.kind).notice ?? '';
    const made =
      freeze === null
        ? `Made from the live state at ${at}, which changes with every answer; it belongs to no release.`
        : `Made from freeze ${freeze.number} of ${at}, SHA-256 ${freeze.sha256}.`;
    const version = freeze === null ? '0.0.0' : `0.${freeze.number}.0`;
    return new ExportPackage({
      round,
      basis,
      at,
      sources: TABLES.map((table): ExportSource => {
        const head = { table, round: markOf(round), instrument, hospitals };
        return {
          table: tableOf(head),
          lines: () =>
            this.thread.lines(async () => ({ ...head, basis: await this.bases.of(round, freeze) })),
        };
      }),
      workbook: 'data.xlsx',
      makeBook: async (before, tables, behind) => {
        const jobs = tables.map(async ({ table: { id }, csvName }) => ({
          job: await this.job(round, freeze, id),
          csvName,
        }));
        return this.thread.book({ before, tables: await Promise.all(jobs), behind });
      },
      further: {
        'questionnaire.xlsx': () => writeWorkbook(toXlsForm(instrument)),
        'questionnaire.fhir.json': () => JSON.stringify(toFhirQuestionnaire(instrument), undefined, 2),
      },
      readme: {
        title: `${round.title}: data for analysis`,
        basis: made,
        notice,
        citation: 'Not to be cited: cite the release of the round, with its number and SHA-256.',
        attribution: roundAttribution(round.kind),
        isInternal: true,
      },
      study: {
        id: `liaison-atlas/${round.id}/${basis.from}`,
        abstract: [notice, made].filter((text) => text !== '').join(' '),
        universe: `Hospitals of the frame ${round.frameId}: ${hospitals.length}`,
        collected: round.fieldwork,
        producedBy: 'Liaison Atlas',
        version,
      },
    });
  }

  /** Everything that the rows of a table are made from. */
  private async job(round: Round, freeze: HoldingFreeze | null, table: RoundJob['table']): Promise<RoundJob> {
    const instrument = await this.instruments.contentOf(round);
    const hospitals = this.frame.listHospitals(round.frameId);
    return {
      table,
      round: markOf(round),
      instrument,
      hospitals,
      basis: await this.bases.of(round, freeze),
    };
  }
}

/** Tables of a round, in the order of the package. */
const TABLES: readonly RoundJob['table'][] = ['forms', 'hospitals', 'long'];

const markOf = ({ id, kind, state }: Round): RoundJob['round'] => ({ id, kind, isPilot: state === 'pilot' });
