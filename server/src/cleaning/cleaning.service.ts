import { displayName } from '@liaison-atlas/shared/fieldwork/display-name';
import { type TaskKind, type CleaningTask } from '@liaison-atlas/shared/cleaning/queue';
import { proposeMatch, type ProposedMatch } from '@liaison-atlas/shared/frame/propose-match';
import type { SettledDecision } from '@liaison-atlas/shared/cleaning/settle-decisions';
import type { Instrument } from '@liaison-atlas/shared/instrument/instrument';
import { Injectable } from '@nestjs/common';
import { InjectRepository } from '@nestjs/typeorm';
import { In, type Repository } from 'typeorm';

import type { Actor } from '../access/actor.js';
import { PersonContact } from '../access/people/person-contact.entity.js';
import { FrameService } from '../frame/frame.service.js';
import { InstrumentService } from '../instrument/instrument.service.js';
import type { Round } from '../fieldwork/round.entity.js';
import { type CleaningPicture, CleaningPictures, type PictureProgress } from './cleaning-picture.service.js';

/** What part of a queue somebody wants to see. */
export interface QueueChoice {
  /** null = all kinds. */
  readonly kind: TaskKind | null;
  /** Part of a hospital's name or code, or of a form's id; '' = all. */
  readonly text: string;
  readonly page: number;
  readonly perPage: number;
}

/** A page of a list, and how long the list is. */
export interface PageOf<Item> {
  readonly total: number;
  readonly items: readonly Item[];
}

const MAX_PER_PAGE = 500;

/** Shows what waits and what was decided, a page at a time. */
@Injectable()
export class CleaningService {
  constructor(
    private readonly pictures: CleaningPictures,
    private readonly frame: FrameService,
    private readonly instruments: InstrumentService,
    @InjectRepository(PersonContact) private readonly contacts: Repository<PersonContact>,
  ) {}

  /** @throws DomainError FORBIDDEN, NOT_FOUND; so all of these */
  picture(actor: Pick<Actor, 'grants'>, roundId: string): Promise<CleaningPicture> {
    return this.pictures.of(actor, roundId);
  }

  /** @throws DomainError FORBIDDEN */
  progress(actor: Pick<Actor, 'grants'>, roundId: string): Promise<PictureProgress | null> {
    return this.pictures.progress(actor, roundId);
  }

  instrumentOf({ round }: CleaningPicture): Promise<Instrument> {
    return this.instruments.contentOf(round);
  }

  /** One page of what waits, in the order of the queue. */
  async queue(
    actor: Pick<Actor, 'grants'>,
    roundId: string,
    choice: QueueChoice,
  ): Promise<PageOf<CleaningTask>> {
    const { living, round } = await this.pictures.of(actor, roundId);
    const { from, size } = rangeOf(choice);
    const text = choice.text.trim().toLowerCase();
    if (text === '') return living.tasks.page(choice.kind, from, size);
    // Names are looked through once, and not with every task.
    const named = new Set(
      this.frame
        .listHospitals(round.frameId)
        .filter(
          ({ odsCode, name }) =>
            odsCode.toLowerCase() === text || displayName(round.kind, name).toLowerCase().includes(text),
        )
        .map(({ odsCode }) => odsCode),
    );
    return living.tasks.page(
      choice.kind,
      from,
      size,
      ({ odsCode, responseIds }) =>
        named.has(odsCode) || odsCode.toLowerCase() === text || responseIds.some((id) => id.startsWith(text)),
    );
  }

  /** Decisions, the latest first. */
  async decisions(
    actor: Pick<Actor, 'grants'>,
    roundId: string,
    choice: { readonly responseId: string; readonly page: number; readonly perPage: number },
  ): Promise<PageOf<SettledDecision>> {
    const { living } = await this.pictures.of(actor, roundId);
    const { responseId } = choice;
    const { from, size } = rangeOf(choice);
    if (responseId === '') return { total: living.decisionCount, items: living.latestDecisions(from, size) };
    const found = [...(living.groupOfForm(responseId)?.index.decisionsOn(responseId) ?? [])].reverse();
    return { total: found.length, items: found.slice(from, from + size) };
  }

  /** As the round shows it; '' = no hospital. */
  hospitalName({ kind }: Pick<Round, 'kind'>, odsCode: string): string {
    return odsCode === '' ? '' : displayName(kind, this.frame.findHospital(odsCode)?.name ?? odsCode);
  }

  /** Hospitals of the round's frame that a typed name may mean (domain D3); a person decides. */
  proposals({ round }: CleaningPicture, siteText: string): readonly ProposedMatch[] {
    return siteText === ''
      ? []
      : proposeMatch({ siteText, town: '' }, this.frame.listHospitals(round.frameId));
  }

  hospitalChoices({
    round,
  }: CleaningPicture): readonly { readonly odsCode: string; readonly name: string }[] {
    return this.frame
      .listHospitals(round.frameId)
      .map(({ odsCode, name }) => ({ odsCode, name: displayName(round.kind, name) }));
  }

  /** Names of people by pseudonym, for those who work with them; somebody without an account keeps the pseudonym. */
  async namesOf(ids: readonly string[]): Promise<ReadonlyMap<string, string>> {
    const rows = await this.contacts.findBy({ personId: In([...new Set(ids)]) });
    return new Map(rows.map(({ personId, name }) => [personId, name]));
  }
}

function rangeOf({ page, perPage }: { readonly page: number; readonly perPage: number }): {
  readonly from: number;
  readonly size: number;
} {
  const size = Math.min(MAX_PER_PAGE, Math.max(1, perPage));
  return { from: (Math.max(1, page) - 1) * size, size };
}
