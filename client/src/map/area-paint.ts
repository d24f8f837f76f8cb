/** How one area is filled, and the figure written on it from zoom level 8. */
export interface AreaPaint {
  readonly fill: string;
  readonly hatched: boolean;
  /** '' = nothing is written. */
  readonly label: string;
  /** The label is no figure but the sign of the filling, and stands at every zoom level. */
  readonly always?: boolean;
}

/** From this zoom level on coloured areas carry their figure, as far as there is room. */
export const LABEL_ZOOM = 8;
