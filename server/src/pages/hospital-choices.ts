import type { AnsweringView } from '@liaison-atlas/shared/fieldwork/answering-view';
import type { HospitalChoice } from '@liaison-atlas/shared/fieldwork/respond-parts';
import type { Hospital } from '@liaison-atlas/shared/frame/hospital';
import type { RoundKind } from '@liaison-atlas/shared/fieldwork/round';
import type { NamedChoice } from '@liaison-atlas/shared/fieldwork/to-link-pages';
import { displayName } from '@liaison-atlas/shared/fieldwork/display-name';
import { Injectable } from '@nestjs/common';

import { FrameService } from '../frame/frame.service.js';

/** What of a round says which hospitals it asks, and how it names them. */
type FramedRound = Pick<AnsweringView['round'], 'kind' | 'frameId'>;

/** The hospitals that an answering page offers, named as the round names them ("DEMO ..." where it is synthetic). */
@Injectable()
export class HospitalChoices {
  /** Sorted once per picture of the reference tables: these lists are needed at every save. */
  private readonly sorted = new WeakMap<object, Map<string, readonly HospitalChoice[]>>();

  constructor(private readonly frame: FrameService) {}

  /** The hospitals of the round's frame by name, with the one that the link was made for even where the frame does not list it. */
  of({ kind, frameId }: FramedRound, linkedTo: string): readonly HospitalChoice[] {
    const listed = this.listed(kind, frameId);
    const linked = this.frame.findHospital(linkedTo);
    if (linked === undefined || listed.some(({ odsCode }) => odsCode === linked.odsCode)) return listed;
    return [toChoice(kind, linked), ...listed];
  }

  /** The hospitals of the round's frame with their other names. */
  named({ kind, frameId }: FramedRound): readonly NamedChoice[] {
    const aliases = new Map(
      this.frame.listHospitals(frameId).map((hospital) => [hospital.odsCode, hospital.aliases]),
    );
    return this.listed(kind, frameId).map((choice) => ({
      ...choice,
      aliases: aliases.get(choice.odsCode) ?? [],
    }));
  }

  /** Codes of the other hospitals of the frame that the same trust ran; empty for one that is not known. */
  sameTrust({ frameId }: FramedRound, odsCode: string): readonly string[] {
    const trust = this.frame.findHospital(odsCode)?.trustCode;
    return this.frame
      .listHospitals(frameId)
      .filter((hospital) => hospital.trustCode === trust && hospital.odsCode !== odsCode)
      .map((hospital) => hospital.odsCode);
  }

  private listed(kind: RoundKind, frameId: string): readonly HospitalChoice[] {
    const picture = this.frame.listSites();
    const lists = this.sorted.get(picture) ?? new Map<string, readonly HospitalChoice[]>();
    this.sorted.set(picture, lists);
    const key = `${kind} ${frameId}`;
    const known = lists.get(key);
    if (known !== undefined) return known;
    const choices = this.frame
      .listHospitals(frameId)
      .map((hospital) => toChoice(kind, hospital))
      .sort((a, b) => a.name.localeCompare(b.name, 'en-GB'));
    lists.set(key, choices);
    return choices;
  }
}

/** Several hospitals share a name ("General Hospital"), so the town is added where the name does not hold it. */
const toChoice = (kind: RoundKind, hospital: Pick<Hospital, 'odsCode' | 'name' | 'town'>): HospitalChoice => {
  const { odsCode, name, town } = hospital;
  const holdsTown = name.toLowerCase().includes(town.toLowerCase());
  return { odsCode, name: displayName(kind, holdsTown ? name : `${name}, ${town}`) };
};
