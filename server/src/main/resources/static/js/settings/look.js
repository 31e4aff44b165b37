// Language, theme, contrast, motion: chosen for this browser, seen at once.
import { at, fill } from '../dom.js';
import { pref, setPref } from '../prefs.js';
import { choices, languageChoices, themeChoices } from '../you.js';
import { pair } from './pair.js';

const either = (name, more) => choices(`settings.${name}`, ['system', more].map(value => [value, `settings.${name}.${value}`]), () => pref(name), value => setPref(name, value));

export function startLook(root) {
  fill(at('look', root),
    pair('common.language', languageChoices()),
    pair('common.theme', themeChoices()),
    pair('settings.contrast', either('contrast', 'more')),
    pair('settings.motion', either('motion', 'less')));
}
