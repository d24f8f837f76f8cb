import { displayName } from '@liaison-atlas/shared/fieldwork/display-name';
import { recordedWords } from '@liaison-atlas/shared/fieldwork/recorded-answer';
import { Args, ID, Mutation, Query, Resolver } from '@nestjs/graphql';

import type { Actor } from '../access/actor.js';
import { Allow, CurrentActor } from '../access/allow.decorator.js';
import { FrameService } from '../frame/frame.service.js';
import {
  RecordAnswerInput,
  RecordAnswerResult,
  RecordedAnswerModel,
  RecordingPath,
} from './recorded-answer.model.js';
import { RecordedAnswerService } from './recorded-answer.service.js';
import { RoundService } from './round.service.js';

/** Answers taken by telephone or on paper, for the survey team. */
@Resolver(() => RecordedAnswerModel)
export class RecordedAnswerResolver {
  constructor(
    private readonly answers: RecordedAnswerService,
    private readonly rounds: RoundService,
    private readonly frame: FrameService,
  ) {}

  @Query(() => [RecordedAnswerModel], { description: 'The newest first.' })
  @Allow('RecordAnswer')
  async recordedAnswers(
    @CurrentActor() actor: Actor,
    @Args('roundId', { type: () => ID }) roundId: string,
  ): Promise<RecordedAnswerModel[]> {
    const listed = await this.answers.list(actor, roundId);
    const { kind } = await this.rounds.get(roundId);
    return listed.map(({ record, odsCode, state }) => ({
      id: record.invitationId,
      odsCode,
      hospitalName: displayName(kind, this.frame.findHospital(odsCode)?.name ?? odsCode),
      mode: record.mode,
      takenOn: record.takenOn,
      spokenTo: record.spokenTo,
      note: recordedWords(record),
      state,
    }));
  }

  @Mutation(() => RecordAnswerResult, {
    description: 'Begins to write down an answer; it goes through the answering pages.',
  })
  @Allow('RecordAnswer')
  async recordAnswer(
    @CurrentActor() actor: Actor,
    @Args('input') input: RecordAnswerInput,
  ): Promise<typeof RecordAnswerResult> {
    const result = await this.answers.begin(actor, input);
    return result.ok ? result.value : { problems: [...result.problems] };
  }

  @Mutation(() => RecordingPath, { description: 'Another link to an answer that was begun or sent.' })
  @Allow('RecordAnswer')
  async reopenRecordedAnswer(
    @CurrentActor() actor: Actor,
    @Args('id', { type: () => ID }) id: string,
  ): Promise<RecordingPath> {
    return { path: await this.answers.reopen(actor, id) };
  }
}
