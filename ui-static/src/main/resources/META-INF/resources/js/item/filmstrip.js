import {t} from '../core/i18n.js';
import {el} from '../core/dom.js';
import {frameUrl} from '../core/api.js';
import {clock} from '../core/format.js';

const MOST = 12;

/** Frames in which something is seen, spread over the video; a click goes to the moment. */
export function filmStrip(player) {
  const times = spread([...new Set(player.moments.regions.map(r => r.t))]);
  if (times.length < 2) return null;
  return el('ul.strip', {'aria-label': t('strip.title')}, times.map(time => el('li', {}, frame(player, time))));
}

function frame(player, time) {
  const names = [...new Set(player.moments.regions.filter(r => r.t === time)
    .map(r => player.entityOf(r.entity)?.name).filter(Boolean))];
  const image = el('img', {
    src: frameUrl(player.medium.sha256, time), loading: 'lazy', decoding: 'async', width: 128, height: 72,
    alt: names.length ? t('strip.shows', {time: clock(time), names: names.join(', ')}) : t('strip.go', {time: clock(time)}),
  });
  return el('button', {type: 'button', title: names.join(', ') || null, click: () => player.seek(time)},
    image, el('span', {'aria-hidden': 'true'}, clock(time)));
}

/** At most MOST of them, evenly, the first and the last among them. */
function spread(times) {
  const sorted = times.sort((a, b) => a - b);
  if (sorted.length <= MOST) return sorted;
  return Array.from({length: MOST}, (_, i) => sorted[Math.round((i * (sorted.length - 1)) / (MOST - 1))]);
}
