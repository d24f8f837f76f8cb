import { parentPort, workerData } from 'node:worker_threads';

import Database from 'better-sqlite3';

import { type ChainHead, chainEvents, type PendingEvent } from '../platform/audit/audit-chain.js';
import { EVENT_COLUMNS, STORED_COLUMNS } from '../platform/audit/event-columns.js';
import type { Outcome, SaveOrder, SaveReply } from './save-order.js';
import { LONGEST_LOG, settleWriter } from './sqlite-settings.js';

/*
 * Runs in a thread of its own, with its own connection, and stores what the unit of work sends: changes of single rows with their
 * events, one commit for all of them. The unit of work writes nothing itself until it is answered, so there is one writer at any
 * moment, and one end of the audit chain. A commit that failed ends the thread, and the writer tries for itself.
 */
const file = workerData as string;

let connection: Database.Database | undefined;
const statements = new Map<string, Database.Statement>();

const INSERT_EVENT = `INSERT INTO audit_event (${STORED_COLUMNS.join(', ')})
  VALUES (${STORED_COLUMNS.map(() => '?').join(', ')})`;

function open(): Database.Database {
  const opened = new Database(file, { fileMustExist: true });
  settleWriter(opened);
  // A thread beside this one copies the log; this one would keep everybody waiting for it.
  opened.pragma(`wal_autocheckpoint = ${LONGEST_LOG}`);
  // 16 MB: single rows and the end of the chain. More would fill, within minutes, with events that nobody reads again.
  opened.pragma('cache_size = -16384');
  return opened;
}

function prepared(text: string): Database.Statement {
  const known = statements.get(text);
  if (known !== undefined) return known;
  const made = (connection ??= open()).prepare(text);
  statements.set(text, made);
  return made;
}

function save({ head, saves }: SaveOrder): SaveReply {
  try {
    connection ??= open();
    prepared('BEGIN IMMEDIATE').run();
    const events: PendingEvent[] = [];
    const outcomes = saves.map(({ text, values, event }): Outcome => {
      const outcome = change(text, values);
      if (outcome === true) events.push(event);
      return outcome;
    });
    const end = store(head, events);
    prepared('COMMIT').run();
    return { head: end, outcomes };
  } catch {
    giveUp();
    return 'failed';
  }
}

/** @throws what has nothing to do with this one change: then all of the commit is the writer's */
function change(text: string, values: readonly unknown[]): Outcome {
  try {
    return prepared(text).run(...values).changes > 0;
  } catch (error) {
    const isOwn = error instanceof Database.SqliteError && error.code.startsWith('SQLITE_CONSTRAINT');
    if (!isOwn || connection?.inTransaction !== true) throw error;
    const { name, message, code } = error;
    return { name, message, code };
  }
}

/** Stores events behind a head; a trigger moves the head record on. Gives the new end of the chain. */
function store(head: ChainHead, pending: readonly PendingEvent[]): ChainHead {
  const chained = chainEvents(head, pending);
  for (const [at, event] of chained.events.entries()) {
    const values = EVENT_COLUMNS.map(([, value]) => value(pending[at] as PendingEvent));
    prepared(INSERT_EVENT).run(event.seq, ...values, event.prevHash, event.hash);
  }
  return chained.head;
}

/** Closing takes back what was not committed. */
function giveUp(): void {
  statements.clear();
  try {
    connection?.close();
  } catch {
    // It is not used again.
  }
  connection = undefined;
}

parentPort?.on('message', (order: SaveOrder | 'end') => {
  if (order !== 'end') {
    parentPort?.postMessage(save(order));
    return;
  }
  giveUp();
  parentPort?.close();
});
parentPort?.postMessage('ready');
