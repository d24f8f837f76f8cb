import { Clock } from '../../server/src/platform/clock.js';

/** A clock that stands where a test puts it; until then it goes with the real one. */
export class TestClock extends Clock {
  private fixed: number | undefined;

  override milliseconds(): number {
    return this.fixed ?? super.milliseconds();
  }

  /** Where a test puts the time, it is the time of everybody. */
  override ofDatabase(): Promise<number> {
    return Promise.resolve(this.milliseconds());
  }

  /** Puts the clock to a moment (ISO 8601 UTC with milliseconds). */
  set(moment: string): void {
    this.fixed = Date.parse(moment);
  }

  /** Lets the clock go with the real one again. */
  release(): void {
    this.fixed = undefined;
  }
}

/** A clock of one instance that goes wrong by so many milliseconds, while the database has the right time. */
export class WrongClock extends Clock {
  constructor(private readonly by: number) {
    super();
  }

  override milliseconds(): number {
    return super.milliseconds() + this.by;
  }
}
