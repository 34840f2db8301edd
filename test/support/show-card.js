/** Runs in the page, after Microsoft's renderer: puts a card into #card. Headings read Markdown as Teams does. */
window.showCard = ({ card, hostConfig }) => {
  const { AdaptiveCard, HostConfig } = window.AdaptiveCards;
  AdaptiveCard.onProcessMarkdown = (text, result) => {
    const element = document.createElement('p');
    element.textContent = text.replace(/\\([!-/:-@[-`{-~])/g, '$1');
    result.outputHtml = element.outerHTML;
    result.didProcess = true;
  };
  const rendered = new AdaptiveCard();
  rendered.hostConfig = new HostConfig(hostConfig);
  rendered.parse(card);
  document.getElementById('card').append(rendered.render());
};
