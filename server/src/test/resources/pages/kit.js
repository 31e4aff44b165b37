// What the fixture pages share: only the record of clicks, so that each page stays of its own hand.
window.clicks = [];
document.addEventListener('click', (event) => {
  const named = event.target.closest('[data-name]');
  window.clicks.push(named ? named.dataset.name : event.target.tagName.toLowerCase());
}, true);
const pic = (name) => `https://p16.example/img/webcast-va/${name}~tplv-obj.png`;
