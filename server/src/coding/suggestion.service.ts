import { applicableCodes } from '@liaison-atlas/shared/coding/codebook-content';
import {
  type CodedExample,
  suggestCodes,
  type Suggestions,
} from '@liaison-atlas/shared/coding/suggest-codes';
import { teachingCodes } from '@liaison-atlas/shared/coding/teaching-codes';
import { wordsOf } from '@liaison-atlas/shared/coding/words-of';
import { Injectable } from '@nestjs/common';
import { InjectDataSource } from '@nestjs/typeorm';
import type { DataSource } from 'typeorm';

import type { Actor } from '../access/actor.js';
import { KeptByVersion } from '../platform/kept-by-version.js';
import { type CodedRound, CodedRoundService } from './coded-round.service.js';
import { CodingDeskService } from './coding-desk.service.js';
import { CodingTask } from './coding-task.entity.js';
import type { RoundComments } from './comment-units.service.js';
import { commentGone } from './hold-form.js';

/** What is suggested for a comment; `off` = the lead has not turned suggestions on for this task. */
export type UnitSuggestions =
  Suggestions | { readonly state: 'off'; readonly learnedFrom: 0; readonly suggestions: readonly [] };

const OFF: UnitSuggestions = { state: 'off', learnedFrom: 0, suggestions: [] };

/**
 * Suggests codes to a coder from what was coded before. Learns anew at every question from the comments as they count
 * then: a form that was withdrawn, and a comment that waits for clearing, are in no word of it.
 */
@Injectable()
export class SuggestionService {
  /** Words of the comments of a round; made anew when the comments are. */
  private readonly words = new KeptByVersion<ReadonlyMap<string, ReadonlySet<string>>>();

  constructor(
    @InjectDataSource() private readonly reader: DataSource,
    private readonly desks: CodingDeskService,
    private readonly coded: CodedRoundService,
  ) {}

  /** @throws DomainError NOT_FOUND for another's task, CONFLICT for a comment that does not count any more */
  async of(actor: Actor, taskId: string, unitId: string): Promise<UnitSuggestions> {
    const { task, units, opened, comments } = await this.desks.open(actor, taskId);
    const found = units.find(({ unit }) => unit.id === unitId);
    if (found === undefined) throw commentGone();
    if (task.suggestionsFrom === null) return OFF;
    const codes = applicableCodes(opened.current.content).map(({ id }) => id);
    const examples = await this.examplesFor(task, comments);
    return suggestCodes(codes, examples, wordsOf(found.unit.text));
  }

  /** Rounds of the same kind alone: invented comments teach nothing about real ones. */
  private async examplesFor(
    { personId, codebookId }: CodingTask,
    { round: { kind } }: RoundComments,
  ): Promise<CodedExample[]> {
    const tasks = await this.reader.getRepository(CodingTask).findBy({ codebookId, kind: 'code' });
    const examples: CodedExample[] = [];
    for (const roundId of new Set(tasks.map((task) => task.roundId))) {
      const coded = await this.coded.of(roundId, codebookId);
      if (coded.comments.round.kind === kind) examples.push(...(await this.examplesOf(coded, personId)));
    }
    return examples;
  }

  private async examplesOf({ comments, tasks, units }: CodedRound, coderId: string): Promise<CodedExample[]> {
    const codesHere = tasks.some(({ personId }) => personId === coderId);
    const words = await this.words.get(comments.round.id, comments, () =>
      Promise.resolve(
        new Map(comments.units.map(({ id, text }) => [id, new Set(wordsOf(text).map(({ word }) => word))])),
      ),
    );
    return units.flatMap((unit) => {
      const codeIds = teachingCodes(unit, coderId, codesHere);
      return codeIds === null ? [] : [{ words: words.get(unit.unit.id) ?? new Set(), codeIds }];
    });
  }
}
