import {t} from '../core/i18n.js';
import {el} from '../core/dom.js';
import {frameUrl, itemPage} from '../core/api.js';
import {clock, roleName, share} from '../core/format.js';
import {CodePoints} from '../item/offsets.js';
import {heatMap} from './heatmap.js';
import {scripts} from './scripts.js';

/** Room around a cut-out, as a share of the box. */
const MARGIN = 0.25;
const FIRST = 12;

/**
 * What a statement rests on, as elements: quotes, frames, models, and how to ask for the same elsewhere.
 *
 * @param {object} page the item's page, where evidence can be shown in place; null where it must be linked to
 */
export function evidenceOf(statement, item, page = null) {
  const byWeight = [...statement.evidence].sort((a, b) => b.weight - a.weight);
  const texts = byWeight.filter(e => e.kind === 'text');
  const frames = byWeight.filter(e => e.kind === 'frame');
  const most = Math.max(...byWeight.map(e => e.weight), 0.001);
  const maps = page ? [] : statement.attentionMaps ?? [];
  const of = e => maps.filter(map => map.media === e.media && map.frame === e.frame);
  const alone = maps.filter(map => !frames.some(e => of(e).includes(map)));
  const points = new CodePoints(item.text);
  // Below a statement's own heading on the item's page, below the item's on the Why page.
  const heading = page ? 'h4' : 'h3';
  return [
    byWeight.length === 0 && el('p.muted', {}, t('why.nothing')),
    section(heading, 'evidence.text', texts, e => quote(e, item, points, most, page), 'ul.quotes', {lang: item.language}),
    section(heading, 'evidence.frames', frames, e => frame(e, item, most, page, of(e)), page ? 'div.frames' : 'div.frames.large', {}),
    section(heading, 'evidence.looked', sameFrames(alone), maps => lookedAt(maps, item), 'div.frames.large', {}),
    made(statement, item, heading),
    scripts(statement, heading),
  ].flat().filter(Boolean);
}

function section(heading, title, all, show, list, properties) {
  if (all.length === 0) return [];
  const node = el(list, properties, all.slice(0, FIRST).map(show));
  const parts = [el(heading, {}, t(title, {n: all.length})), node];
  if (all.length > FIRST) {
    const more = el('button.button.small', {type: 'button'}, t('evidence.more', {n: all.length - FIRST}));
    more.addEventListener('click', () => {
      node.append(...all.slice(FIRST).map(show));
      more.remove();
    });
    parts.push(el('p', {}, more));
  }
  return parts;
}

/** The weight as a bar, longest for the evidence that counts most. */
function weight(e, most) {
  return el('span.weight', {lang: document.documentElement.lang, title: t('evidence.weightTitle')},
    el('i.bar', {'aria-hidden': 'true'}, el('b', {style: {width: `${Math.max(2, (100 * e.weight) / most)}%`}})),
    t('evidence.weight', {value: share(e.weight)}));
}

function quote(e, item, points, most, page) {
  const [before, exact, after] = context(points, e.start, e.end, page ? 70 : 160);
  return el('li', {'data-evidence': e.id},
    el('blockquote', {}, before, el('mark', {}, exact), after),
    weight(e, most),
    el('p.where', {lang: document.documentElement.lang},
      page
        ? el('button.linkish', {type: 'button', click: () => page.text.show(e.start)}, t('evidence.show'))
        : el('a', {href: itemPage(item.id, {at: e.start})}, t('evidence.show')),
      e.spoken && (page
        ? el('button.linkish.hear', {type: 'button', click: () => page.play(e.spoken.media, e.spoken.start)}, `${t('evidence.hear')} (${clock(e.spoken.start)})`)
        : el('a.hear', {href: itemPage(item.id, {t: e.spoken.start, media: e.spoken.media})}, `${t('evidence.hear')} (${clock(e.spoken.start)})`)),
      el('span', {}, t('evidence.characters', {start: String(e.start), end: String(e.end)}))));
}

/** What stands around a quote, cut at words and at the paragraph: [before, quote, after]. */
export function context(points, start, end, reach) {
  const before = points.slice(start - reach, start);
  const after = points.slice(end, end + reach);
  const front = before.includes('\n') ? before.slice(before.lastIndexOf('\n') + 1)
    : start > reach ? `…${before.replace(/^\S*\s/, '')}` : before;
  const back = after.includes('\n') ? after.slice(0, after.indexOf('\n'))
    : end + reach < points.length ? `${after.replace(/\s\S*$/, '')}…` : after;
  return [front, points.slice(start, end), back];
}

/** Maps over one frame belong together. */
function sameFrames(maps) {
  const groups = new Map();
  for (const map of maps) {
    const key = `${map.media} ${map.frame}`;
    groups.set(key, [...(groups.get(key) ?? []), map]);
  }
  return [...groups.values()];
}

/** A frame at which networks looked and which is no evidence of its own. */
function lookedAt(maps, item) {
  const [{media, t: time, frame: number}] = maps;
  const medium = item.media.find(m => m.sha256 === media);
  const timed = time !== undefined && time !== null;
  const [shown, controls] = withMaps(framed(media, time, medium, timed ? t('strip.go', {time: clock(time)}) : t('evidence.picture')), maps);
  return el('figure', {},
    el('a.shot', {href: moment(item, maps[0]), title: t(timed ? 'evidence.goMoment' : 'evidence.goPicture')}, shown),
    el('figcaption', {}, el('b', {}, timed ? clock(time, {fine: true}) : t('evidence.picture')),
      timed && ` · ${t('evidence.frame', {n: String(number)})}`, controls,
      el('a.watch', {href: moment(item, maps[0])}, t(timed ? 'evidence.openVideo' : 'evidence.openPicture'))));
}

/** A frame with its heat maps over it, the first of them switched on: [frame, controls]. */
function withMaps(shown, maps) {
  const layers = maps.map((map, i) => heatMap(map, i === 0));
  shown.append(...layers.map(({layer}) => layer));
  return [shown, layers.map(({controls}) => controls)];
}

function frame(e, item, most, page, maps) {
  const medium = item.media.find(m => m.sha256 === e.media);
  const name = item.entities.find(one => one.id === e.entity)?.name ?? e.caption ?? t('evidence.seen');
  const timed = e.t !== undefined && e.t !== null;
  const words = timed ? t('evidence.at', {name, time: clock(e.t, {fine: true})}) : name;
  const [image, controls] = page ? [cutOut(e, medium, words)] : withMaps(wholeFrame(e, medium, words), maps);
  return el('figure', {'data-evidence': e.id},
    page
      ? el('button', {type: 'button', title: t(timed ? 'evidence.goMoment' : 'evidence.goPicture'), click: () => page.seek(e.media, e.t)}, image)
      : el('a.shot', {href: moment(item, e), title: t(timed ? 'evidence.goMoment' : 'evidence.goPicture')}, image),
    el('figcaption', {},
      el('b', {}, timed ? clock(e.t, {fine: true}) : t('evidence.picture')),
      timed && ` · ${t('evidence.frame', {n: String(e.frame)})}`, el('br'),
      t('evidence.box', {width: Math.round(e.width), height: Math.round(e.height), x: Math.round(e.x), y: Math.round(e.y)}), el('br'),
      weight(e, most),
      controls,
      page
        ? timed && [' ', el('button.linkish', {type: 'button', click: () => page.play(e.media, e.t)}, t('evidence.play'))]
        : el('a.watch', {href: moment(item, e)}, t(timed ? 'evidence.openVideo' : 'evidence.openPicture'))));
}

const moment = (item, e) => itemPage(item.id, e.t === undefined ? {media: e.media} : {t: e.t, media: e.media});

function image(src, alt) {
  const node = el('img', {src, alt, loading: 'lazy'});
  node.addEventListener('error', () => node.replaceWith(el('span.muted', {}, t('evidence.noFrame'))));
  return node;
}

const cutOut = (e, medium, words) => image(frameUrl(e.media, e.t, withMargin(e, medium)), words);

/** The frame as it is, with the box over it. */
function wholeFrame(e, medium, words) {
  const share = (value, of) => `${(100 * value) / (of || 1)}%`;
  const shown = framed(e.media, e.t, medium, words);
  if (medium) {
    shown.append(el('span.mark', {style: {
      left: share(e.x, medium.width), top: share(e.y, medium.height),
      width: share(e.width, medium.width), height: share(e.height, medium.height)}}));
  }
  return shown;
}

/** A whole frame in its own shape, for things to lie over it. */
const framed = (media, time, medium, words) => el('span.framed', {style: {'aspect-ratio': `${medium?.width || 16} / ${medium?.height || 9}`}},
  image(frameUrl(media, time), words));

/** A box with some room around it, inside its picture: [x, y, width, height] in pixels. */
export function withMargin(e, medium) {
  const [mx, my] = [e.width * MARGIN, e.height * MARGIN];
  const x = Math.max(0, e.x - mx);
  const y = Math.max(0, e.y - my);
  const right = Math.min(medium?.width ?? Infinity, e.x + e.width + mx);
  const bottom = Math.min(medium?.height ?? Infinity, e.y + e.height + my);
  return [x, y, right - x, bottom - y];
}

function made(statement, item, heading) {
  const models = item.activities.find(a => a.iri === statement.activity)?.models ?? [];
  if (models.length === 0) return [];
  const names = models.flatMap(m => m.name.split(' + ').map(name => ({...m, name})));
  const voted = names.length > models.length;
  return [el(heading, {}, t(voted ? 'evidence.models' : 'evidence.model')),
    el('table.models', {}, el('tbody', {}, names.map(m => el('tr', {},
      el('th', {scope: 'row'}, roleName(m.role) || t('eval.model')),
      el('td', {}, m.name, ' ', !voted && m.sha256 && el('span.mono.muted', {title: m.sha256}, m.sha256.slice(0, 12)),
        [m.device, m.threshold !== undefined && m.threshold !== null && t('evidence.threshold', {value: String(Number(m.threshold.toFixed(4)))})]
          .filter(Boolean).map(d => el('span.muted', {}, ` · ${d}`)))))))];
}
