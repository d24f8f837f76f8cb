import type { RoundKind, RoundState } from '@liaison-atlas/shared/fieldwork/round';
import type { RoundSettings } from '@liaison-atlas/shared/fieldwork/round-settings';
import { Entity } from 'typeorm';

import { IdColumn, InstantColumn, IntegerColumn, JsonColumn, TextColumn } from '../database/columns.js';

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
  /** The earlier round that it was made from, whose facts are asked as "still true?"; null = it began from nothing. */
  @TextColumn('based_on', 36, { nullable: true }) basedOn: string | null;
  /** Rises whenever the plan or the state changes; null = nothing has changed since it was put in. */
  @IntegerColumn('plan_revision', { nullable: true }) planRevision: number | null;
}
