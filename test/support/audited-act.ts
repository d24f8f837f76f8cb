/** A mutation done once, and what the audit trail says of it. */
export interface Act {
  readonly act: () => Promise<unknown>;
  readonly event: string;
}
