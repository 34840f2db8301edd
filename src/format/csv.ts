/** What stands between the cells of a CSV text, by its first line: the one of `;`, tab and `,` that is there most often. */
export const delimiterOf = (text: string): string => {
  const [heading = ''] = text.split(/\r?\n/, 1);
  const count = (delimiter: string): number => heading.split(delimiter).length;
  return [';', '\t', ','].reduce((best, one) => (count(one) > count(best) ? one : best));
};
