interface Choice {
  title: string;
  value: string;
}

/** A choice, and what else can be said of it where another one is called the same. */
type LikeChoice = Choice & { apart: string };

const alike = (choices: readonly LikeChoice[], title: string): LikeChoice[] =>
  choices.filter((one) => one.title === title);

/** Choices of which no two are called the same: two offers in a case can be due by the same rule, even on one day. */
export const toldApart = (choices: readonly LikeChoice[]): Choice[] => {
  const dated = choices.map((one) =>
    alike(choices, one.title).length > 1 ? { ...one, title: `${one.title} · ${one.apart}` } : one,
  );
  return dated.map((one) => {
    const others = alike(dated, one.title);
    const title = others.length > 1 ? `${one.title} (${others.indexOf(one) + 1})` : one.title;
    return { title, value: one.value };
  });
};
