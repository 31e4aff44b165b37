// Whom the page's gifts go to, where it lets a person choose. Only the host is meant; what cannot be read is for the gate.

/** Names that the host goes by, as the page's own state tells them. */
const host = { names: [] };

function setHost(names) {
  host.names = names.map(plain).filter(Boolean);
  return { host: host.names };
}

/** Whom a chooser beside the gifts has chosen instead of the host, in words; null when it is the host, or not to be told. */
function otherRecipient(scene) {
  if (scene.tiles.length === 0) return null;
  for (const chooser of recipientChoosers(document.body).filter((el) => !elsewhere(el))) {
    const to = chosenRecipient(chooser);
    if (to && !isHost(to)) return `the page gives to "${to}", not to the host`;
  }
  return null;
}

/** Groups to choose one of, that are labelled as "Send to". */
function recipientChoosers(region) {
  const groups = every(region, '[role=radiogroup],[role=listbox],[role=tablist],[role=combobox],[role=group],fieldset,select');
  return groups.filter((el) => visible(el) && wordWithin('recipient', labelOfGroup(el)));
}

const labelOfGroup = (el) => [el.getAttribute('aria-label'), el.querySelector?.('legend')?.textContent, labelOf(el), el.labels?.[0]?.textContent,
  el.previousElementSibling?.textContent].filter(Boolean).join(' ').slice(0, 200);

function chosenRecipient(chooser) {
  if (chooser.selectedOptions) return chooser.selectedOptions[0]?.textContent.trim() ?? null;
  const one = every(chooser, '*').find((el) => chosenMark(el) && !every(el, '*').some((inner) => chosenMark(inner) && !inner.matches('input')));
  return one ? spoken(one).trim() || null : chooser.matches('[role=combobox]') ? spoken(chooser) : null;
}

function isHost(text) {
  const said = ` ${plain(text)} `;
  return wordWithin('host', text) !== null || host.names.some((name) => said.includes(` ${name} `)) || (host.names.length === 0 && !wordWithin('guest', text));
}
