// Header and navigation: a bar below on the phone, a rail at the side on a desk.
import { h } from './dom.js';
import { icon } from './icons.js';
import { openPalette } from './palette.js';
import { showYou } from './you.js';
import { stopAll } from './stopping.js';
import { onWorld, running } from './world.js';

export const pages = [
  { name: 'gift-sender', icon: 'send', key: 's' },
  { name: 'history', icon: 'history', key: 'h' },
  { name: 'accounts', icon: 'accounts', key: 'a' },
  { name: 'streams', icon: 'streams', key: 'l' },
  { name: 'settings', icon: 'settings', key: 'p' },
];

export const here = () => document.documentElement.dataset.page;

const brand = () => h('a', { class: 'brand', href: '/gift-sender.html', label: 'common.home' },
  h('img', { src: '/icon.svg', alt: '', width: 32, height: 32 }), h('span', { text: 'Cadeau' }));

export function drawNav() {
  const stop = h('button', { class: 'button stop small', type: 'button', hidden: true, data: { stopAll: '' }, on: { click: () => stopAll() } },
    icon('stop'), h('span', { t: 'common.stopAll' }));
  const top = h('header', { class: 'top' }, brand(), stop,
    h('button', { class: 'button plain icon-only', type: 'button', label: 'common.palette.label', on: { click: openPalette } }, icon('search')),
    h('button', { class: 'button plain icon-only', type: 'button', label: 'common.you.label', on: { click: showYou } }, icon('person')));
  const nav = h('nav', { class: 'nav', label: 'common.pages' }, pages.map(page =>
    h('a', { href: `/${page.name}.html`, 'aria-current': page.name === here() ? 'page' : null }, icon(page.icon), h('span', { t: `common.page.${page.name}` }))));
  document.body.prepend(top);
  document.querySelector('main').before(nav);
  onWorld(() => { stop.hidden = running().length === 0; });
}

/** Pages without navigation: log-in and welcome. */
export function drawHeadAlone() {
  document.body.classList.add('alone');
  document.body.prepend(h('header', { class: 'top' }, brand(),
    h('button', { class: 'button plain icon-only', type: 'button', label: 'common.you.label', on: { click: showYou } }, icon('settings'))));
}

export function drawSkip() {
  document.body.prepend(h('a', { class: 'skip', href: '#main', t: 'common.skip' }));
}
