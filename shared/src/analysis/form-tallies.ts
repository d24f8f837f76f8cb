/** What every form can say on a question beside its options. */
export const FORM_ABSENCES = ['dont_know', 'skipped', 'not_asked'] as const;

/** A question whose answers are counted over forms. */
export interface TalliedQuestion {
  readonly key: string;
  /** Codes of its options. */
  readonly options: readonly string[];
}

/** One form that counts: by what it can be picked out, and what it says on each question, in their order. */
export interface TalliedForm {
  /** '' = not known. */
  readonly region: string;
  readonly type: string;
  /** Day of its latest submission, `2026-11-22`. */
  readonly day: string;
  /** The hospital that it is about. */
  readonly odsCode: string;
  /** Code of an option, or one of `FORM_ABSENCES`. */
  readonly answers: readonly string[];
}

/** Which forms are meant; what is left out is not asked about. Days are included at both ends. */
export interface FormFilter {
  readonly region?: string;
  readonly type?: string;
  readonly from?: string;
  readonly to?: string;
}

/** How often each answer to a question was given. */
export interface FormTally {
  readonly key: string;
  readonly answers: readonly { readonly code: string; readonly forms: number }[];
}

/** Forms that cannot be told apart by a filter, with how often they gave each answer. */
interface Cell {
  readonly region: string;
  readonly type: string;
  readonly day: string;
  forms: number;
  readonly counts: Uint32Array;
}

interface Known {
  readonly cell: Cell;
  readonly odsCode: string;
  /** Place of each answer among the answers of its question. */
  readonly places: Uint8Array;
}

/** An answer that the questionnaire does not offer, as of another version; counted, and called so. */
const OTHER = 'other';

/**
 * Answers to closed questions counted over the forms of a round, kept as sums by region, kind of site and day: a form
 * that comes, changes or goes moves a handful of numbers, and a question is answered from the sums, however many forms
 * there are. Always equal to counting the forms one by one; a test holds that.
 */
export class FormTallies {
  private readonly cells = new Map<string, Cell>();
  private readonly known = new Map<string, Known>();
  private readonly hospitalForms = new Map<string, number>();
  private readonly offsets: readonly number[];
  private readonly codes: readonly (readonly string[])[];
  private readonly places: readonly ReadonlyMap<string, number>[];
  private readonly width: number;

  constructor(readonly questions: readonly TalliedQuestion[]) {
    this.codes = questions.map(({ options }) => [...options, ...FORM_ABSENCES, OTHER]);
    this.places = this.codes.map((codes) => new Map(codes.map((code, at) => [code, at])));
    let width = 0;
    this.offsets = this.codes.map((codes) => {
      const offset = width;
      width += codes.length;
      return offset;
    });
    this.width = width;
  }

  /** How many hospitals the counted forms are about. */
  get hospitals(): number {
    return this.hospitalForms.size;
  }

  /** Counts a form as it is now, instead of what it was before; null = it does not count (any more). */
  put(id: string, form: TalliedForm | null): void {
    const before = this.known.get(id);
    if (before !== undefined) {
      this.move(before, -1);
      this.known.delete(id);
    }
    if (form === null) return;
    const known: Known = {
      cell: this.cellOf(form),
      odsCode: form.odsCode,
      places: Uint8Array.from(
        this.places,
        (places, at) => places.get(form.answers[at] ?? 'not_asked') ?? places.size - 1,
      ),
    };
    this.move(known, 1);
    this.known.set(id, known);
  }

  /** The counts of some questions (all of them when left out) over the forms that are meant. */
  tally(
    filter: FormFilter = {},
    keys?: readonly string[],
  ): { forms: number; questions: readonly FormTally[] } {
    const meant = [...this.cells.values()].filter((cell) => isMeant(cell, filter));
    const questions = this.questions.flatMap(({ key }, at): readonly FormTally[] => {
      if (keys !== undefined && !keys.includes(key)) return [];
      const offset = this.offsets[at] ?? 0;
      const answers = (this.codes[at] ?? []).map((code, place) => ({
        code,
        forms: meant.reduce((sum, { counts }) => sum + (counts[offset + place] ?? 0), 0),
      }));
      return [{ key, answers: answers.filter(({ code, forms }) => code !== OTHER || forms > 0) }];
    });
    return { forms: meant.reduce((sum, { forms }) => sum + forms, 0), questions };
  }

  private cellOf({ region, type, day }: TalliedForm): Cell {
    const key = `${region}\n${type}\n${day}`;
    const known = this.cells.get(key);
    if (known !== undefined) return known;
    const cell: Cell = { region, type, day, forms: 0, counts: new Uint32Array(this.width) };
    this.cells.set(key, cell);
    return cell;
  }

  private move({ cell, odsCode, places }: Known, by: 1 | -1): void {
    cell.forms += by;
    places.forEach((place, at) => {
      const slot = (this.offsets[at] ?? 0) + place;
      cell.counts[slot] = (cell.counts[slot] ?? 0) + by;
    });
    if (cell.forms === 0) this.cells.delete(`${cell.region}\n${cell.type}\n${cell.day}`);
    const forms = (this.hospitalForms.get(odsCode) ?? 0) + by;
    if (forms === 0) this.hospitalForms.delete(odsCode);
    else this.hospitalForms.set(odsCode, forms);
  }
}

const isMeant = (cell: Cell, { region, type, from, to }: FormFilter): boolean =>
  (region === undefined || cell.region === region) &&
  (type === undefined || cell.type === type) &&
  (from === undefined || cell.day >= from) &&
  (to === undefined || cell.day <= to);
