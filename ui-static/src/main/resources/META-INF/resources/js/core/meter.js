import {t} from './i18n.js';
import {el} from './dom.js';
import {share} from './format.js';

/** Confidence as a bar and a number. */
export function meter(confidence) {
  return el('span.meter', {title: t('confidence')},
    el('i', {'aria-hidden': 'true'}, el('b', {style: {width: `${Math.round(100 * confidence)}%`}})),
    el('span.visually-hidden', {}, t('confidence.of', {value: ''})), share(confidence));
}
