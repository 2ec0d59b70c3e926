// Draws cards with Microsoft's renderer, about as Teams has it set up, and says what became of them.
(() => {
  const ink = { default: "#242424", subtle: "#616161" };
  const colours = {
    default: ink, dark: ink, light: { default: "#ffffff", subtle: "#ffffff" },
    accent: { default: "#4f52b2", subtle: "#4f52b2" }, good: { default: "#0e700e", subtle: "#0e700e" },
    warning: { default: "#835c00", subtle: "#835c00" }, attention: { default: "#b10e1c", subtle: "#b10e1c" },
  };
  const box = (backgroundColor) => ({ backgroundColor, foregroundColors: colours });
  const font = (fontFamily) => ({
    fontFamily,
    fontSizes: { small: 12, default: 14, medium: 16, large: 18, extraLarge: 24 },
    fontWeights: { lighter: 200, default: 400, bolder: 600 },
  });
  const host = (vertical) => new AdaptiveCards.HostConfig({
    supportsInteractivity: true,
    spacing: { small: 4, default: 8, medium: 16, large: 20, extraLarge: 24, padding: 16 },
    fontTypes: { default: font("'Segoe UI', 'DejaVu Sans', sans-serif"), monospace: font("monospace") },
    textBlock: { headingLevel: 2 },
    containerStyles: { default: box("#ffffff"), emphasis: box("#f5f5f5"), attention: box("#fdf3f4") },
    actions: {
      maxActions: 6, buttonSpacing: 8, actionAlignment: vertical ? "stretch" : "left",
      actionsOrientation: vertical ? "vertical" : "horizontal",
    },
    adaptiveCard: { allowCustomStyle: false },
  });

  let markdown = [];
  AdaptiveCards.AdaptiveCard.onProcessMarkdown = (text, result) => {
    markdown.push(text);
    const plain = document.createElement("p");
    plain.textContent = text;
    result.outputHtml = plain.outerHTML;
    result.didProcess = true;
  };

  const events = (card, context) => {
    const all = [];
    for (let i = 0; i < context.eventCount; i++) {
      all.push(context.getEventAt(i).message);
    }
    card.validateProperties().validationEvents.forEach((event) => all.push(event.message));
    return all;
  };

  const name = (element) => element.className + ": " + element.textContent.slice(0, 60);

  const cut = (root) => {
    const edge = root.getBoundingClientRect().right + 1;
    return [...root.querySelectorAll("*")]
      .filter((e) => e.clientWidth > 0 && (e.scrollWidth > e.clientWidth + 1
        || e.getBoundingClientRect().right > edge))
      .map(name);
  };

  window.draw = (json, vertical) => {
    markdown = [];
    const card = new AdaptiveCards.AdaptiveCard();
    card.hostConfig = host(vertical);
    // The expression is a global one and goes on where it last matched: each second card would be refused.
    AdaptiveCards.CardElement.langProperty.regEx.lastIndex = 0;
    const context = new AdaptiveCards.SerializationContext(AdaptiveCards.Versions.v1_5);
    card.parse(JSON.parse(json), context);
    const found = events(card, context);
    const drawn = card.render();
    if (!vertical) {
      // Teams goes over to the next line where there is no room for another button.
      drawn.querySelectorAll(".ac-actionSet").forEach((row) => { row.style.flexWrap = "wrap"; });
    }
    document.querySelector("#card").replaceChildren(drawn);
    return {
      events: found,
      markdown,
      lines: [...drawn.querySelectorAll(".ac-richTextBlock, .ac-textBlock")].map((e) => e.textContent),
      buttons: [...drawn.querySelectorAll("button")].map((e) => e.textContent),
      choices: [...drawn.querySelectorAll(".ac-input label, .ac-choiceSetInput-expanded .ac-textBlock, option")]
        .map((e) => e.textContent),
      cut: cut(drawn),
      json: JSON.stringify(card.toJSON(context)),
    };
  };
})();
