import {
  type FormQuestion,
  formQuestions,
  protectFormCounts,
  type QuestionCounts,
} from '@liaison-atlas/shared/analysis/form-questions';
import { type FormFilter, FormTallies, type TalliedForm } from '@liaison-atlas/shared/analysis/form-tallies';
import type { Hospital } from '@liaison-atlas/shared/frame/hospital';
import { Injectable } from '@nestjs/common';

import { type CountedForm, CountedForms } from '../cleaning/counted-forms.service.js';
import { FrameService } from '../frame/frame.service.js';
import { InstrumentService } from '../instrument/instrument.service.js';

/** A round, as the service that knows its forms gives it. */
type CountedRound = Awaited<ReturnType<CountedForms['since']>>['round'];

/** Counts over the forms of a round. */
export interface FormStatistics {
  /** Forms that are meant and count. */
  readonly forms: number;
  readonly questions: readonly QuestionCounts[];
}

/** The sums of one round, as they stood at a version of it. */
interface Sums {
  readonly questions: readonly FormQuestion[];
  readonly tallies: FormTallies;
  readonly hospitals: ReadonlyMap<string, Hospital>;
  readonly upTo: number;
  readonly version: number;
}

/** Rounds whose sums are kept; the one that nobody has asked about for longest goes. */
const KEPT_ROUNDS = 4;

/**
 * How often each answer was given over the forms of a round that count, whole or picked out by region, kind of site and
 * day. Kept as sums in memory and brought up to date from the audit chain by what has changed since: an answer costs the
 * same over ten forms and over a hundred thousand, and the one after a write shows it. Every instance keeps its own
 * sums, so several never disagree for longer than their reading of the database does.
 */
@Injectable()
export class FormStatisticsService {
  private readonly kept = new Map<string, Promise<Sums>>();

  constructor(
    private readonly counted: CountedForms,
    private readonly instruments: InstrumentService,
    private readonly frame: FrameService,
  ) {}

  /** @param key one question; all of them when left out. Who may see it is for the caller. */
  async of(roundId: string, filter: FormFilter, key?: string): Promise<FormStatistics> {
    const { tallies, questions } = await this.current(roundId);
    const found = tallies.tally(filter, key === undefined ? undefined : [key]);
    const { hospitals } = tallies;
    return {
      forms: found.forms,
      questions: protectFormCounts(found.questions, questions, { filter, hospitals }),
    };
  }

  /** One after the other for a round: two requests must not both add the same change. */
  private async current(roundId: string): Promise<Sums> {
    const version = await this.counted.version(roundId);
    const before = this.kept.get(roundId);
    const next = this.refresh(roundId, version, before);
    this.kept.delete(roundId);
    this.kept.set(roundId, next);
    const [oldest] = this.kept.keys();
    if (this.kept.size > KEPT_ROUNDS && oldest !== undefined) this.kept.delete(oldest);
    next.catch(() => {
      // Begun anew the next time; sums that were half brought up to date would be wrong for good.
      if (this.kept.get(roundId) === next) this.kept.delete(roundId);
    });
    return next;
  }

  private async refresh(roundId: string, version: number, before: Promise<Sums> | undefined): Promise<Sums> {
    const known = await before?.catch(() => undefined);
    if (known !== undefined && known.version >= version) return known;
    const { round, upTo, isWhole, forms } = await this.counted.since(roundId, known?.upTo);
    const sums =
      isWhole || known === undefined
        ? await this.empty(round, { upTo, version })
        : { ...known, upTo, version };
    for (const [id, form] of forms)
      sums.tallies.put(id, form === null ? null : toTallied(form, sums.hospitals));
    return sums;
  }

  private async empty(round: CountedRound, at: Pick<Sums, 'upTo' | 'version'>): Promise<Sums> {
    const questions = formQuestions(await this.instruments.contentOf(round));
    const tallies = new FormTallies(
      questions.map(({ key, options }) => ({ key, options: options.map(({ code }) => code) })),
    );
    const hospitals = new Map(
      this.frame.listHospitals(round.frameId).map((hospital) => [hospital.odsCode, hospital]),
    );
    return { questions, tallies, hospitals, ...at };
  }
}

function toTallied(
  { odsCode, submittedAt, answers }: CountedForm,
  hospitals: ReadonlyMap<string, Hospital>,
): TalliedForm {
  const hospital = hospitals.get(odsCode);
  return {
    region: hospital?.regionCode ?? '',
    type: hospital?.siteCategory ?? '',
    day: submittedAt.slice(0, 10),
    odsCode,
    answers,
  };
}
