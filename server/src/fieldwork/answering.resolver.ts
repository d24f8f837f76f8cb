import type { RawAnswer } from '@liaison-atlas/shared/instrument/validate-answer';
import { Args, Mutation, Resolver } from '@nestjs/graphql';

import { Allow } from '../access/allow.decorator.js';
import { DomainError } from '../platform/domain-error.js';
import {
  type AnswerInput,
  ResponseReceipt,
  SubmitResponseInput,
  SubmitResponseResult,
} from './answering.model.js';
import { AnsweringService } from './answering.service.js';
import { UNUSABLE_LINK } from './unusable-link.js';

/** Translates between GraphQL and the answering service; no rules here. */
@Resolver(() => ResponseReceipt)
export class AnsweringResolver {
  constructor(private readonly answering: AnsweringService) {}

  @Mutation(() => SubmitResponseResult, {
    description: "Stores a team's whole form, or says what to put right.",
  })
  @Allow('AnswerWithToken')
  async submitResponse(@Args('input') input: SubmitResponseInput): Promise<typeof SubmitResponseResult> {
    const { token, idempotencyKey, alsoFor, reason } = input;
    const result = await this.answering.submitWhole(token, {
      idempotencyKey,
      answers: toRawAnswers(input.answers),
      ...(alsoFor != null && { alsoFor }),
      ...(reason != null && { reason }),
    });
    if (result === 'unusable') throw UNUSABLE_LINK();
    return result.ok ? result.value : { problems: [...result.problems] };
  }
}

/** @throws DomainError BAD_INPUT when one question is answered twice: neither answer can be preferred. */
function toRawAnswers(answers: readonly AnswerInput[]): Record<string, RawAnswer> {
  const raw = new Map<string, RawAnswer>();
  for (const { variable, given, missing } of answers) {
    if (raw.has(variable))
      throw new DomainError(
        'BAD_INPUT',
        `${variable} is answered twice.`,
        variable,
        'Send each question once.',
      );
    raw.set(variable, { ...(given != null && { given }), ...(missing != null && { missing }) });
  }
  return Object.fromEntries(raw);
}
