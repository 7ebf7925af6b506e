import {language, t} from '../core/i18n.js';
import {el} from '../core/dom.js';
import {frameUrl, itemPage} from '../core/api.js';
import {clock, day, languageName} from '../core/format.js';

/** Items as cards. */
export const cards = items => el('ul.cards', {}, items.map(card));

function card(item) {
  const counts = [['facts', item.statements], ['entities', item.entities], ['videos', item.videos], ['pictures', item.pictures]];
  return el('li.card', {},
    thumbnail(item),
    el('div.body', {},
      el('h3', {lang: item.language}, el('a', {href: itemPage(item.id)}, item.headline || item.id)),
      el('p.meta', {},
        el('span.tag', {}, languageName(item.language)),
        item.published && el('time', {datetime: item.published}, day(item.published)),
        item.source && el('span', {lang: item.language}, item.source)),
      el('p.counts', {lang: language}, counts.filter(([noun, n]) => n || noun === 'facts' || noun === 'entities')
        .map(([noun, n]) => el('span', {}, t(`noun.${noun}`, {n}))))));
}

function thumbnail(item) {
  const frame = el('div.thumb');
  const words = el('p.words', {lang: item.language, 'aria-hidden': 'true'}, item.snippet || '');
  if (!item.thumbnail) {
    frame.append(words);
    return frame;
  }
  const image = el('img', {src: frameUrl(item.thumbnail.media, item.thumbnail.t), alt: '', loading: 'lazy', decoding: 'async'});
  image.addEventListener('error', () => image.replaceWith(words));
  frame.append(image);
  if (item.thumbnail.duration) {
    const length = clock(item.thumbnail.duration);
    frame.append(el('span.length', {}, el('span.visually-hidden', {}, t('start.videoOf', {length})), el('span', {'aria-hidden': 'true'}, length)));
  }
  return frame;
}
