import {t} from '../core/i18n.js';
import {el} from '../core/dom.js';
import {clock, kindClass} from '../core/format.js';
import {spans} from './moments.js';

const LANES = 10;

/** Lanes under a video: who is on screen, what is written, who is spoken of, and when. A click seeks. */
export class TimeLine {
  #nows = [];

  constructor(player) {
    this.player = player;
    this.step = player.moments.step;
    this.total = player.length;
    const lanes = this.#lanes();
    this.node = lanes.length
      ? el('div.lanes', {role: 'group', 'aria-label': t('lanes.title')}, this.#slider(), lanes) : el('div');
  }

  /** For the keyboard: the place in the video as one value. */
  #slider() {
    this.slider = el('input.seek', {type: 'range', min: 0, max: this.total.toFixed(2), step: 0.04, value: 0, 'aria-label': t('lanes.seek')});
    this.slider.addEventListener('input', () => this.player.seek(Number(this.slider.value)));
    return el('div.lane', {}, el('span.muted', {}, el('span.clock', {}, '0:00')), this.slider);
  }

  #lanes() {
    const entities = new Map();
    const of = key => {
      if (!entities.has(key)) entities.set(key, {seen: [], said: []});
      return entities.get(key);
    };
    const written = [];
    for (const r of this.player.moments.regions) {
      if (r.caption && !r.entity) written.push(r.t);
      else of(r.entity ?? '').seen.push(r.t);
    }
    for (const m of this.player.said) of(m.entity).said.push([m.spoken.start, m.spoken.end]);
    const ranked = [...entities].filter(([key]) => key).sort((a, b) => b[1].seen.length + b[1].said.length - a[1].seen.length - a[1].said.length);
    const rest = [...ranked.slice(LANES).flatMap(([, {seen}]) => seen), ...(entities.get('')?.seen ?? [])];
    const lanes = ranked.slice(0, LANES).map(([key, {seen, said}]) => this.#lane(this.player.entityOf(key), seen, said));
    if (written.length) lanes.push(this.#lane(null, written, [], t('lanes.written')));
    if (rest.length) lanes.push(this.#lane(null, rest, [], t('lanes.others')));
    if (this.player.said.length) {
      lanes.push(el('p.key.lanekey', {}, el('span', {}, el('i'), t('lanes.seen')), el('span', {}, el('i.said'), t('lanes.spoken'))));
    }
    return lanes;
  }

  #lane(entity, seen, said, name = entity?.name ?? t('lanes.others')) {
    const now = el('span.now', {style: {left: '0%'}});
    this.#nows.push(now);
    const track = el('div.track', {},
      // A moment inside the first box's time.
      spans(seen, this.step).map(([from, to]) => this.#stretch('i', from, to, t('lanes.go', {name, time: clock(from)}), from + this.step / 2)),
      said.map(([from, to]) => this.#stretch('i.said', from, to, t('lanes.said', {name, time: clock(from)}), from)),
      now);
    track.addEventListener('click', event => {
      const bounds = track.getBoundingClientRect();
      this.player.seek(((event.clientX - bounds.left) / bounds.width) * this.player.length);
    });
    return el(`div.lane.${kindClass(entity?.type)}`, {'data-entity': entity?.id},
      entity
        ? el('a', {href: `#${new URLSearchParams({entity: entity.id})}`, title: name}, name)
        : el('span.muted', {}, name),
      track);
  }

  /** A bar as long as it is, and a button over it that a finger can hit. */
  #stretch(bar, from, to, label, at) {
    return [el(bar, {style: this.#place(from, to)}), el('button', {
      type: 'button', style: this.#place(from, to), 'aria-label': label, title: `${clock(from)}–${clock(Math.min(to, this.total))}`,
      click: event => {
        event.stopPropagation();
        this.player.seek(at);
      },
    })];
  }

  #place(from, to) {
    return {left: `${(100 * from) / this.total}%`, width: `${(100 * (Math.min(to, this.total) - from)) / this.total}%`};
  }

  /** Moves the marks to a time in seconds. */
  at(now) {
    const left = `${Math.min(100, (100 * now) / this.total)}%`;
    for (const bar of this.#nows) bar.style.setProperty('left', left);
    if (!this.slider) return;
    if (document.activeElement !== this.slider) this.slider.value = now;
    this.slider.setAttribute('aria-valuetext', clock(now, {fine: true}));
    this.slider.previousElementSibling.firstChild.textContent = clock(now, {fine: true});
  }

  light(entity) {
    for (const lane of this.node.querySelectorAll('.lane')) {
      lane.classList.toggle('lit', Boolean(entity) && lane.dataset.entity === entity);
    }
  }
}
