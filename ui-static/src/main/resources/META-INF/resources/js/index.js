import {el, fill} from './dom.js';
import {getItems, itemPage, frameUrl} from './api.js';
import {clock, count, day, languageName} from './format.js';

const PAGE = 48;
const asked = new URLSearchParams(location.search);
const words = asked.get('q') || '';
const offset = Math.max(0, Number.parseInt(asked.get('offset') || '0', 10) || 0);
const list = document.getElementById('items');

document.getElementById('words').value = words;

function thumbnail(item) {
  const frame = el('div.thumb');
  if (item.thumbnail) {
    const image = el('img', {src: frameUrl(item.thumbnail.media, item.thumbnail.t), alt: '', loading: 'lazy', decoding: 'async'});
    image.addEventListener('error', () => image.replaceWith(snippet(item)));
    frame.append(image);
    if (item.thumbnail.duration) {
      frame.append(el('span.length', {'aria-label': `Video of ${clock(item.thumbnail.duration)}`}, clock(item.thumbnail.duration)));
    }
  } else {
    frame.append(snippet(item));
  }
  return frame;
}

const snippet = item => el('p.words', {lang: item.language, 'aria-hidden': 'true'}, item.snippet || '');

const figure = (n, one, many) => el('span', {}, el('b', {}, n.toLocaleString('en')), ` ${n === 1 ? one : many}`);

function card(item) {
  const name = item.headline || item.id;
  return el('li.card', {},
    thumbnail(item),
    el('div.body', {},
      el('h2', {lang: item.language}, el('a', {href: itemPage(item.id)}, name)),
      el('p.meta', {},
        el('span.tag', {}, languageName(item.language)),
        item.published && el('time', {datetime: item.published}, day(item.published)),
        item.source && el('span', {}, item.source)),
      el('p.counts', {},
        figure(item.statements, 'fact', 'facts'),
        figure(item.entities, 'entity', 'entities'),
        item.videos ? figure(item.videos, 'video', 'videos') : null,
        item.pictures ? figure(item.pictures, 'picture', 'pictures') : null)));
}

function pageLink(text, to) {
  const query = new URLSearchParams(words ? {q: words} : {});
  if (to > 0) query.set('offset', to);
  return el('a.button', {href: `./?${query}`}, text);
}

try {
  const answer = await getItems({offset, limit: PAGE, ...(words ? {q: words} : {})});
  document.getElementById('total').textContent = words
    ? `${count(answer.total, 'item')} with “${words}”`
    : count(answer.total, 'item');
  if (answer.items.length === 0) {
    fill(list, el('p.notice', {}, words
      ? 'No item has these words in its headline, source or text.'
      : 'The store has no items yet. Add some with: ', words ? null : el('code.mono', {}, './newsreel ingest FOLDER')));
  } else {
    fill(list, el('ul.cards', {}, answer.items.map(card)));
  }
  if (answer.total > PAGE || offset > 0) {
    const pager = document.getElementById('pager');
    pager.hidden = false;
    fill(pager,
      offset > 0 && pageLink('Previous', Math.max(0, offset - PAGE)),
      el('span.muted', {}, `${offset + 1}–${offset + answer.items.length} of ${answer.total}`),
      offset + answer.items.length < answer.total && pageLink('Next', offset + PAGE));
  }
} catch (e) {
  fill(list, el('p.notice.error', {role: 'alert'}, e.message));
}
