/** What a history can be of. */
export const HISTORY_KINDS = ['form', 'hospital', 'round', 'person', 'frame'] as const;
export type HistoryKind = (typeof HISTORY_KINDS)[number];

/** A thing whose history is asked for. */
export interface HistoryAbout {
  readonly kind: HistoryKind;
  /** A form's id, a hospital's ODS code, the id of a round, a person or a frame. */
  readonly id: string;
  /** The round within which a hospital's history is asked for; of no meaning for the other kinds. */
  readonly roundId: string;
}

/** Which events of a history are wanted. */
export interface HistoryFilter {
  /** First part of the action's name, such as `response`; '' = all. */
  readonly group: string;
  /** Days as YYYY-MM-DD, both included; '' = no bound. */
  readonly from: string;
  readonly to: string;
  /** Only events at an earlier place in the chain; null = from the latest on. */
  readonly before: number | null;
}
