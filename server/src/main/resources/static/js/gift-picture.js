// The picture of a gift: its own, else an emoji that its name suggests where the system has emoji, else its letter.
import { h } from './dom.js';

const emoji = [
  [/rose|rosa|bouquet/, '🌹'], [/heart|love|kiss/, '❤️'], [/coffee|tea\b|latte/, '☕'], [/ice cream/, '🍦'], [/doughnut|donut/, '🍩'],
  [/cake/, '🎂'], [/crown|king|queen/, '👑'], [/lion/, '🦁'], [/galaxy|universe|planet|earth/, '🪐'], [/rocket/, '🚀'], [/car\b|sports/, '🏎️'],
  [/star/, '⭐'], [/fire|flame|hot\b/, '🔥'], [/football|soccer/, '⚽'], [/basketball/, '🏀'], [/tennis/, '🎾'], [/panda/, '🐼'], [/corgi|dog|shiba/, '🐶'],
  [/cat|kitty|meow/, '🐱'], [/butterfly/, '🦋'], [/perfume/, '🌸'], [/mic\b|sing/, '🎤'], [/guitar|music|dj/, '🎵'], [/gamepad|gg\b/, '🎮'], [/glove|boxing/, '🥊'],
  [/balloon/, '🎈'], [/confetti|fest|pop\b|party/, '🎉'], [/hat|cap\b/, '🎩'], [/whale/, '🐋'], [/swan/, '🦢'], [/phoenix|bird/, '🐦'], [/lightning/, '⚡'],
  [/diamond|gem|jewel/, '💎'], [/finger|thumb|hand/, '👍'], [/pizza/, '🍕'], [/watermelon/, '🍉'], [/chocolate|choco/, '🍫'], [/gift|box/, '🎁'], [/tiktok/, '🎵'],
];

export function giftPicture(gift, className = '') {
  const box = h('span', { class: `gift-picture ${className}`, 'aria-hidden': 'true' });
  const fallback = () => box.replaceChildren(sign(gift));
  box.style.setProperty('--hue', String(((gift.id ?? gift.name?.length ?? 0) * 61 + 270) % 360));
  if (typeof gift.picture === 'string' && gift.picture.startsWith('/api/')) {
    const picture = h('img', { src: gift.picture, alt: '', loading: 'lazy', decoding: 'async', width: 40, height: 40 });
    picture.addEventListener('error', fallback);
    box.append(picture);
  } else fallback();
  return box;
}

function sign({ name }) {
  const found = emojiDrawn() && emoji.find(([pattern]) => pattern.test(String(name).toLowerCase()));
  return found ? h('span', { class: 'emoji', text: `${found[1]}\ufe0f` }) : h('span', { text: [...String(name || '?')][0].toUpperCase() });
}

// An emoji is drawn in colours of its own; where there is no such font it comes out in the colour of the text.
let drawn = null;
function emojiDrawn() {
  if (drawn !== null) return drawn;
  const pen = Object.assign(document.createElement('canvas'), { width: 16, height: 16 }).getContext('2d', { willReadFrequently: true });
  pen.fillStyle = '#000';
  pen.font = '14px "Apple Color Emoji", "Segoe UI Emoji", "Noto Color Emoji", sans-serif';
  pen.fillText('🌹', 0, 13);
  const { data } = pen.getImageData(0, 0, 16, 16);
  drawn = data.some((value, n) => n % 4 === 0 && value > 60 && data[n + 3] > 60);
  return drawn;
}
