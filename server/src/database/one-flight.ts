import type { Connection, Submittable } from 'pg';

/** What is asked of the database, with its parameters as the database takes them: as texts. */
export interface Statement {
  readonly text: string;
  readonly values: readonly (string | null)[];
}

/** What the driver says of a statement that gives no rows. */
interface Done {
  readonly command: string;
  readonly rows: readonly never[];
  readonly rowCount: null;
}

/** The messages of PostgreSQL's extended protocol that are needed; the driver's own types want arguments it does not take. */
interface Wire {
  readonly stream: { cork?(): void; uncork?(): void };
  parse(statement: { readonly text: string }): void;
  bind(parameters: { readonly values: Statement['values'] }): void;
  execute(portal: { readonly rows?: number }): void;
  sync(): void;
}

/** Failures that the database itself reported of a statement before the last one: the last one was never begun. */
const refusedBefore = new WeakSet<object>();

/** Whether a COMMIT failed since what was sent with it did: then it is known that nothing was stored. */
export const wasRefusedBeforeCommit = (error: unknown): boolean => {
  if (typeof error !== 'object' || error === null) return false;
  const { driverError } = error as { readonly driverError?: unknown };
  return refusedBefore.has(error) || (driverError !== error && wasRefusedBeforeCommit(driverError));
};

/**
 * Several statements that go to PostgreSQL at once, without waiting for the answer to one before the next is sent. When one
 * fails the database does none of those behind it: it skips everything up to the one `Sync` at their end. The statements
 * give no rows.
 */
export class OneFlight implements Submittable {
  readonly done: Promise<Done>;
  private resolve: (done: Done) => void;
  private reject: (error: unknown) => void;
  private completed = 0;
  private command = '';

  constructor(private readonly statements: readonly Statement[]) {
    this.done = new Promise((resolve, reject) => {
      this.resolve = resolve;
      this.reject = reject;
    });
  }

  submit(connection: Connection): void {
    const wire = connection as unknown as Wire;
    wire.stream.cork?.();
    try {
      for (const { text, values } of this.statements) {
        wire.parse({ text });
        wire.bind({ values });
        wire.execute({});
      }
      wire.sync();
    } finally {
      wire.stream.uncork?.();
    }
  }

  /* What the driver calls, under its names. */

  handleCommandComplete({ text }: { readonly text: string }): void {
    this.completed += 1;
    this.command = text;
  }

  /** `severity` stands in what the database says; a socket that broke says nothing of what was done. */
  handleError(error: Error & { readonly severity?: string }): void {
    if (error.severity !== undefined && this.completed < this.statements.length - 1) refusedBefore.add(error);
    this.reject(error);
  }

  handleReadyForQuery(): void {
    this.resolve({ command: this.command, rows: [], rowCount: null });
  }

  handleRowDescription(): void {}
  handleDataRow(): void {}
  handleEmptyQuery(): void {}
  handlePortalSuspended(): void {}
}
