import type { TopicChanges, TopicMark } from '../../database/topic-changes.js';
import { UnitOfWork } from '../../database/unit-of-work.js';
import type { TopicQuestion } from './live-messages.js';

/** Gives what the server knows of a topic. @throws what it says where it cannot tell */
export type AskServer = (question: TopicQuestion) => Promise<number | TopicChanges>;

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
    if (typeof known !== 'number')
      throw new TypeError('the server did not say how often a topic has changed');
    return known;
  }

  override async changes(topic: string, since: TopicMark | undefined): Promise<TopicChanges> {
    const known = await this.ask({ topic, wants: 'changes', since });
    if (typeof known === 'number') throw new TypeError('the server did not say what of a topic has changed');
    return known;
  }

  override close(): Promise<void> {
    return Promise.resolve();
  }
}
