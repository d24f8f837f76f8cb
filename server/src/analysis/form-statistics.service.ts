import {
  type FormQuestion,
  formQuestions,
  protectFormCounts,
  type QuestionCounts,
} from '@liaison-atlas/shared/analysis/form-questions';
import { type FormFilter, FormTallies, type TalliedForm } from '@liaison-atlas/shared/analysis/form-tallies';
import type { RoundKind } from '@liaison-atlas/shared/fieldwork/round';
import type { Hospital } from '@liaison-atlas/shared/frame/hospital';
import { siteCategoryWords } from '@liaison-atlas/shared/frame/site-category-words';
import { Injectable } from '@nestjs/common';

import { type CountedForm, CountedForms } from '../cleaning/counted-forms.service.js';
import { FrameService } from '../frame/frame.service.js';
import { InstrumentService } from '../instrument/instrument.service.js';
import { DomainError } from '../platform/domain-error.js';
import { KeptByVersion } from '../platform/kept-by-version.js';

/** A round, as the service that knows its forms gives it. */
type CountedBasis = Awaited<ReturnType<CountedForms['since']>>['basis'];

/** What forms can be picked out by: code and name. */
export interface FormPlaces {
  readonly regions: readonly FormPlace[];
  readonly types: readonly FormPlace[];
}
export interface FormPlace {
  readonly code: string;
  readonly name: string;
}

/** Counts over the forms of a round. */
export interface FormStatistics extends FormPlaces {
  /** Forms that are meant and count. */
  readonly forms: number;
  readonly questions: readonly QuestionCounts[];
}

/** The sums of one round, as they stood at a version of it. */
interface Sums {
  readonly questions: readonly FormQuestion[];
  readonly tallies: FormTallies;
  readonly hospitals: ReadonlyMap<string, Hospital>;
  readonly places: FormPlaces;
  readonly basis: CountedBasis;
  readonly version: number;
}

/** Rounds whose sums are kept; the one that nobody has asked about for longest goes. */
const KEPT_ROUNDS = 4;

/**
 * How often each answer was given over the forms of a round that count, whole or picked out by region, kind of site and
 * day. Kept as sums in memory and brought up to date by what has changed of the round since: an answer costs the
 * same over ten forms and over a hundred thousand, and the one after a write shows it. Every instance keeps its own
 * sums, so several never disagree for longer than their reading of the database does.
 */
@Injectable()
export class FormStatisticsService {
  private readonly kept = new KeptByVersion<Sums>(KEPT_ROUNDS);

  constructor(
    private readonly counted: CountedForms,
    private readonly instruments: InstrumentService,
    private readonly frame: FrameService,
  ) {}

  /**
   * The counts of one question, or of all of them where none is named. Who may see them is for the caller.
   * @throws DomainError BAD_INPUT for a region or kind of site that the round does not have
   */
  async of(
    roundId: string,
    filter: FormFilter,
    key?: string,
  ): Promise<FormStatistics & { readonly kind: RoundKind }> {
    const { tallies, questions, places, basis } = await this.current(roundId);
    requirePlaces(places, filter);
    const found = tallies.tally(filter, key === undefined ? undefined : [key]);
    const { hospitals } = tallies;
    return {
      kind: basis.round.kind,
      ...places,
      forms: found.forms,
      questions: protectFormCounts(found.questions, questions, { filter, hospitals }),
    };
  }

  /** Whether the sums of a round are there, so that it is known to be one that has forms. */
  knows(roundId: string): boolean {
    return this.kept.has(roundId);
  }

  /** One after the other for a round: two requests must not both add the same change. */
  private async current(roundId: string): Promise<Sums> {
    const version = await this.counted.version(roundId);
    // What fails is forgotten and begun anew: sums that were half brought up to date would be wrong for good.
    return this.kept.get(roundId, version, (before) => this.refresh(roundId, version, before));
  }

  private async refresh(roundId: string, version: number, before: Promise<Sums | undefined>): Promise<Sums> {
    const known = await before;
    if (known !== undefined && known.version >= version) return known;
    const { basis, isWhole, forms } = await this.counted.since(roundId, known?.basis);
    const sums =
      isWhole || known === undefined ? await this.empty(basis, version) : { ...known, basis, version };
    for (const [id, form] of forms)
      sums.tallies.put(id, form === null ? null : toTallied(form, sums.hospitals));
    return sums;
  }

  private async empty(basis: CountedBasis, version: number): Promise<Sums> {
    const { round } = basis;
    const questions = formQuestions(await this.instruments.contentOf(round));
    const tallies = new FormTallies(
      questions.map(({ key, options }) => ({ key, options: options.map(({ code }) => code) })),
    );
    const hospitals = new Map(
      this.frame.listHospitals(round.frameId).map((hospital) => [hospital.odsCode, hospital]),
    );
    const all = [...hospitals.values()];
    const places = {
      regions: placesOf(all.map(({ regionCode, region }) => [regionCode, region])),
      types: placesOf(all.map(({ siteCategory }) => [siteCategory, siteCategoryWords(siteCategory)])),
    };
    return { questions, tallies, hospitals, places, basis, version };
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

/** A nought for a place that the round does not ask about would say that nobody answered there. */
function requirePlaces({ regions, types }: FormPlaces, { region, type }: FormFilter): void {
  const refuse = (field: string, message: string): never => {
    throw new DomainError('BAD_INPUT', message, field, 'Leave it out to see what there is.');
  };
  const has = (some: readonly FormPlace[], wanted: string): boolean =>
    some.some(({ code }) => code === wanted);
  if (region !== undefined && !has(regions, region)) refuse('region', 'The round asks no hospital there.');
  if (type !== undefined && !has(types, type)) refuse('type', 'The round asks no hospital of this kind.');
}

const placesOf = (some: readonly (readonly [code: string, name: string])[]): readonly FormPlace[] =>
  [...new Map(some)].map(([code, name]) => ({ code, name })).toSorted((a, b) => (a.name < b.name ? -1 : 1));
