import type { TopicChanges, TopicMark } from '../../database/topic-changes.js';
import { UnitOfWork } from '../../database/unit-of-work.js';
import type { TopicQuestion } from './live-messages.js';

/** What the server knows of a topic; null = it could not say. */
export type AskServer = (question: TopicQuestion) => Promise<number | TopicChanges | null>;

/** The unit of work as the thread of the live rounds sees it: it hears from the server what has changed, and never writes. */
export class FollowedWriter extends UnitOfWork {
  constructor(private readonly ask: AskServer) {
    super();
  }

  override run(): Promise<never> {
    return Promise.reject(new Error('the thread of the live rounds does not write'));
  }

  override async version(topic: string): Promise<number> {
    const known = await this.ask({ topic, wants: 'version' });
    if (typeof known !== 'number') throw new Error('the server could not say how often a topic has changed');
    return known;
  }

  override async changes(topic: string, since: TopicMark | undefined): Promise<TopicChanges> {
    const known = await this.ask({ topic, wants: 'changes', since });
    if (known === null || typeof known === 'number')
      throw new Error('the server could not say what of a topic has changed');
    return known;
  }

  override close(): Promise<void> {
    return Promise.resolve();
  }
}
