/** The counts of the flow diagram. */
export interface FlowCounts {
  readonly received: number;
  readonly accepted: number;
  readonly merged: number;
  readonly excluded: number;
  readonly withdrawn: number;
  readonly pending: number;
  readonly analysed: number;
}

/** A box of the flow diagram: what stays in the middle, or what leaves on the side. */
export interface FlowBox {
  readonly id: string;
  readonly label: string;
  readonly count: number;
  /** Boxes of the middle go down; the others leave at the side. */
  readonly side: boolean;
}

/**
 * From received to analysed, step by step: at every step of the middle, what was there minus what leaves at the side
 * is what goes on, so that the diagram always sums.
 */
export function toFlow(forms: FlowCounts): readonly FlowBox[] {
  const { received, excluded, withdrawn, pending, merged, accepted, analysed } = forms;
  const inScope = received - excluded - withdrawn;
  const decided = inScope - pending;
  return [
    { id: 'received', label: 'Forms received', count: received, side: false },
    { id: 'excluded', label: 'Left out', count: excluded, side: true },
    { id: 'withdrawn', label: 'Withdrawn', count: withdrawn, side: true },
    { id: 'in-scope', label: 'In scope', count: inScope, side: false },
    { id: 'pending', label: 'Wait for a decision', count: pending, side: true },
    { id: 'decided', label: 'Decided', count: decided, side: false },
    { id: 'merged', label: 'Merged as duplicates', count: merged, side: true },
    { id: 'accepted', label: 'Accepted', count: accepted, side: false },
    { id: 'analysed', label: 'Hospitals analysed', count: analysed, side: false },
  ];
}
