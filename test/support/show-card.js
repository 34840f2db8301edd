/** Runs in the page, after Microsoft's renderer: puts each card into a frame of its own. Headings read Markdown as Teams does. */
window.showCards = ({ cards, hostConfig, width }) => {
  const { AdaptiveCard, HostConfig } = window.AdaptiveCards;
  AdaptiveCard.onProcessMarkdown = (text, result) => {
    const element = document.createElement('p');
    element.textContent = text.replace(/\\([!-/:-@[-`{-~])/g, '$1');
    result.outputHtml = element.outerHTML;
    result.didProcess = true;
  };
  const sheet = document.getElementById('sheet');
  sheet.replaceChildren();
  sheet.style.setProperty('--frame', `${width}px`);
  for (const { name, card } of cards) {
    const rendered = new AdaptiveCard();
    rendered.hostConfig = new HostConfig(hostConfig);
    rendered.parse(card);
    const frame = document.createElement('section');
    frame.className = 'frame';
    frame.style.width = `${width}px`;
    frame.dataset.name = name;
    const place = document.createElement('div');
    place.className = 'card';
    place.lang = card.lang;
    const element = rendered.render();
    // The renderer names radio buttons by their input, and cards share a page here.
    for (const radio of element.querySelectorAll('input[type=radio]')) radio.name = `${name} ${radio.name}`;
    place.append(element);
    frame.append(place);
    sheet.append(frame);
  }
};

const channels = (color) => color.match(/[\d.]+/g).map(Number);
/** A colour with some of what is behind it showing through. */
const over = ([r, g, b, a = 1], behind) => [r, g, b].map((value, index) => value * a + behind[index] * (1 - a));
const luminance = (color) =>
  color
    .map((value) => value / 255)
    .map((value) => (value <= 0.04045 ? value / 12.92 : ((value + 0.055) / 1.055) ** 2.4))
    .reduce((sum, value, index) => sum + value * [0.2126, 0.7152, 0.0722][index], 0);
const behind = (element) => {
  const color = element === null ? [255, 255, 255] : channels(getComputedStyle(element).backgroundColor);
  return color[3] === 0 ? behind(element.parentElement) : over(color, [255, 255, 255]);
};

/**
 * axe passes over symbols and bars, so they are looked at here: the least contrast a drawing may have (WCAG 1.4.11).
 * Also runs in the page.
 */
window.paleDrawings = () =>
  [...document.querySelectorAll('.card span')].flatMap((element) => {
    if (element.children.length > 0 || element.textContent.trim() === '') return [];
    if (element.textContent.length > 1 && /[\p{L}\p{N}]/u.test(element.textContent)) return [];
    const back = behind(element);
    const lights = [back, over(channels(getComputedStyle(element).color), back)].map(luminance);
    const ratio = (Math.max(...lights) + 0.05) / (Math.min(...lights) + 0.05);
    return ratio >= 3
      ? []
      : [`${element.closest('.frame').dataset.name} · ${element.textContent.trim()} · contrast ${ratio.toFixed(1)}`];
  });
