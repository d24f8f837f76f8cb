/** A table ready for a CSV writer. Truth values are the words `true` and `false`: CSV writers differ on them. */
export interface Table {
  readonly columns: readonly string[];
  readonly rows: readonly (readonly (string | number)[])[];
}
