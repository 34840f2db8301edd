/** An amount found in the sentence and the words it took. */
export interface AmountSlot {
  kind: 'price' | 'hours' | 'weeks' | 'months' | 'number' | 'age' | 'rate';
  value: number;
  from: number;
  to: number;
  /** Said without a number; hours that are counted stand over it. */
  fullTime?: true;
  /** With a `rate`, which is money and no price a week: it is an hour's. */
  hourly?: true;
}
