/** A straight-line catchment: so many kilometres around a hospital. */
export interface MapCircle {
  readonly latitude: number;
  readonly longitude: number;
  readonly km: number;
  /** True where it is not known whether the hospital counts: a broken line, and no filling. */
  readonly maybe: boolean;
}
