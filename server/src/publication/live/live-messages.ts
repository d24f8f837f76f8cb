import type { TopicChanges, TopicMark } from '../../database/topic-changes.js';
import { DomainError } from '../../platform/domain-error.js';
import type { Logged } from '../../platform/logger.js';
import type { LiveKind, LiveQuestion, LiveQuestions } from './live-questions.js';

/** What the thread is told once: which database it reads. */
export interface LivePlace {
  readonly dataDir: string;
  /** '' = SQLite. */
  readonly databaseUrl: string;
  readonly readDatabaseUrl: string;
  /** '' = there is none. */
  readonly replicaDatabaseUrl: string;
}

/** A question, and what of the server's own knowledge goes with it. */
export interface LiveAsked {
  readonly question: LiveQuestion;
  /** Which picture of the frames the server has; the thread takes its own anew where it is another one. */
  readonly frames: number;
  readonly fromReplica: boolean;
}

/** What the thread has to know of a topic, since only the server hears of what is stored. */
export type TopicQuestion = { readonly topic: string } & (
  { readonly wants: 'version' } | { readonly wants: 'changes'; readonly since: TopicMark | undefined }
);

/** What the server knows of a topic, or why it cannot say. */
export type ToldOfTopic = { readonly knows: number | TopicChanges } | { readonly failed: Logged };

export type ToLiveThread =
  ({ readonly id: number } & LiveAsked) | ({ readonly told: number } & ToldOfTopic) | 'end';

/** A refusal as plain data. */
export type Refused = Pick<DomainError, 'code' | 'message' | 'field' | 'mend'>;

export const asRefused = ({ code, message, field, mend }: DomainError): Refused => ({
  code,
  message,
  field,
  mend,
});

export const asError = ({ code, message, field, mend }: Refused): DomainError =>
  new DomainError(code, message, field, mend);

/** `failed`: the server may try for itself. */
export type FromLiveThread =
  | { readonly id: number; readonly answer: LiveQuestions[LiveKind]['answer'] }
  | { readonly id: number; readonly refused: Refused }
  | { readonly id: number; readonly failed: Logged }
  | { readonly tell: number; readonly of: TopicQuestion };
