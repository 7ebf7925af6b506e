import {t} from '../core/i18n.js';
import {el, panel} from '../core/dom.js';
import {frameUrl, itemPage} from '../core/api.js';
import {clock} from '../core/format.js';
import {withMargin} from '../why/evidence.js';

const MOST = 12;
const PER_ITEM = 4;

/** Cut-outs of what is seen of an entity, a few from each item; null when nothing is. */
export function faces(entity, items) {
  const names = new Set(entity.labels);
  const found = items.flatMap(item => {
    const own = new Set(item.entities.filter(e => e.id === entity.id || names.has(e.name)).map(e => e.id));
    const boxes = item.regions.filter(r => own.has(r.entity) && !r.caption).sort((a, b) => b.width * b.height - a.width * a.height);
    return boxes.slice(0, PER_ITEM).map(region => ({item, region}));
  }).slice(0, MOST);
  if (found.length === 0) return null;
  return panel(t('entity.faces'), {count: found.length}, el('div.faces', {}, found.map(({item, region}) => cutOut(entity, item, region))));
}

function cutOut(entity, item, region) {
  const medium = item.media.find(m => m.sha256 === region.media);
  const timed = region.t !== undefined && region.t !== null;
  const words = t('entity.seenAt', {name: entity.name, time: timed ? clock(region.t) : t('evidence.picture'), item: item.headline || item.id});
  const hash = timed ? {t: region.t, media: region.media} : {media: region.media};
  return el('a', {href: itemPage(item.id, hash), title: words},
    el('img', {src: frameUrl(region.media, region.t, withMargin(region, medium)), alt: words, loading: 'lazy'}));
}
