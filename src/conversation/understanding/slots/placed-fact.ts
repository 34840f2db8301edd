/** A fact a sentence tells, and where the word stands that tells it. */
export interface PlacedFact {
  at: number;
  name: string;
  value: string | number | boolean;
}
