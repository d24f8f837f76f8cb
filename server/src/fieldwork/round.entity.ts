import type { RoundKind, RoundState } from '@liaison-atlas/shared/fieldwork/round';
import { Entity } from 'typeorm';

import { IdColumn, InstantColumn, JsonColumn, TextColumn } from '../database/columns.js';

/** What a survey lead decides for a round; part of the round, so that a release can say which rules it followed. */
export interface RoundSettings {
  readonly unitOfAnalysis: 'site' | 'service';
  /** Publish yes / no facts under the names of hospitals that consented. */
  readonly nameFacts: boolean;
  /** Publish "don't know" under a hospital's name; off by default, it describes people. */
  readonly nameDontKnow: boolean;
  /** Name hospitals that did not answer; off by default. */
  readonly nameSilence: boolean;
}

/**
 * One asking of one instrument over one frame. `id` is the word in addresses (`2017-18`). A date that is null has
 * not been set; a published-facts round never has them.
 */
@Entity({ name: 'round' })
export class Round {
  @IdColumn('round') id: string;
  @TextColumn('title', 200) title: string;
  @TextColumn('kind', 20) kind: RoundKind;
  @TextColumn('state', 20) state: RoundState;
  /** When answers were collected, in words. */
  @TextColumn('fieldwork', 200) fieldwork: string;
  /** Series of its questionnaire; null = the built-in one, which rounds had before there were others. */
  @TextColumn('instrument_key', 64, { nullable: true }) instrumentKey: string | null;
  @TextColumn('instrument_version', 20) instrumentVersion: string;
  @TextColumn('frame_id', 36) frameId: string;
  @InstantColumn('opens_at', { nullable: true }) opensAt: string | null;
  @InstantColumn('closes_at', { nullable: true }) closesAt: string | null;
  @InstantColumn('corrections_until', { nullable: true }) correctionsUntil: string | null;
  @JsonColumn('settings') settings: RoundSettings;
}
