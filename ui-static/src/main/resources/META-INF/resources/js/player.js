import {el, fill, mark} from './dom.js';
import {mediaUrl, frameUrl} from './api.js';
import {boxElements} from './boxes.js';
import {clock, count, kindClass} from './format.js';

const LANES = 8;

/**
 * The distance between the sampled frames, in seconds: the usual gap between neighbouring times. A box belongs to its
 * frame's time, half of this before and after.
 */
export function samplingStep(times) {
  const sorted = [...new Set(times)].sort((a, b) => a - b);
  const gaps = sorted.slice(1).map((t, i) => t - sorted[i]).filter(g => g > 0.001).sort((a, b) => a - b);
  if (gaps.length === 0) return 1;
  // Frames in which nothing was seen leave larger gaps, so the small ones are the sampling's.
  return Math.min(gaps[Math.floor(gaps.length / 4)], 2);
}

/** Times in sampling order to spans [from, to] in which something is seen without a gap. */
export function spans(times, step) {
  const found = [];
  for (const t of [...times].sort((a, b) => a - b)) {
    const last = found[found.length - 1];
    if (last && t - last[1] <= 1.5 * step) last[1] = t;
    else found.push([t, t]);
  }
  return found.map(([from, to]) => [Math.max(0, from - step / 2), to + step / 2]);
}

/** A video with the boxes that belong to the moment, and a lane a person, place or thing that is seen. */
export class Player {
  #drawn = '';
  #entity = null;

  constructor(medium, regions, entityOf) {
    this.medium = medium;
    this.entityOf = entityOf;
    this.regions = regions.filter(r => r.t !== undefined && r.t !== null).sort((a, b) => a.t - b.t);
    this.step = samplingStep(this.regions.map(r => r.t));
    this.video = el('video', {
      src: mediaUrl(medium.sha256), controls: true, preload: 'metadata', playsinline: true,
      poster: this.regions.length ? frameUrl(medium.sha256, this.regions[0].t) : frameUrl(medium.sha256, 0),
      width: medium.width, height: medium.height,
      'aria-label': `Video ${medium.name}`,
    });
    this.layer = el('div.layer');
    this.node = el('div', {},
      el('div.stage', {}, this.video, this.layer), this.#lanes(),
      el('p.caption', {}, [
        `${medium.width} × ${medium.height}`, medium.duration && clock(medium.duration),
        count(this.regions.length, 'box', 'boxes'),
      ].filter(Boolean).join(' · ')));
    this.#follow();
  }

  /** Redraws with each frame that the browser shows; with timeupdate where it can't say. */
  #follow() {
    const redraw = () => this.#draw(this.video.currentTime);
    for (const event of ['seeked', 'timeupdate', 'loadeddata', 'pause']) this.video.addEventListener(event, redraw);
    if ('requestVideoFrameCallback' in HTMLVideoElement.prototype) {
      const onFrame = (_, frame) => {
        this.#draw(frame.mediaTime);
        this.video.requestVideoFrameCallback(onFrame);
      };
      this.video.requestVideoFrameCallback(onFrame);
    }
  }

  /** The boxes of this moment, in seconds. */
  visible(now) {
    return this.regions.filter(r => now >= r.t - this.step / 2 - 0.001 && now < r.t + this.step / 2 - 0.001);
  }

  #draw(now) {
    const total = this.#length();
    for (const bar of this.nows) bar.style.setProperty('left', `${Math.min(100, (100 * now) / total)}%`);
    const seen = this.visible(now);
    const key = seen.map(r => r.id).join('\n');
    if (key === this.#drawn) return;
    this.#drawn = key;
    fill(this.layer, boxElements(seen, this.entityOf, this.medium));
    this.#dim();
  }

  #length() {
    const own = this.video.duration;
    return this.medium.duration || (Number.isFinite(own) && own) || (this.regions.at(-1)?.t ?? 0) + this.step || 1;
  }

  #lanes() {
    const byEntity = new Map();
    for (const r of this.regions) {
      const key = r.entity ?? '';
      if (!byEntity.has(key)) byEntity.set(key, []);
      byEntity.get(key).push(r.t);
    }
    const ranked = [...byEntity].sort((a, b) => b[1].length - a[1].length);
    const shown = ranked.filter(([key]) => key).slice(0, LANES);
    const rest = ranked.filter(lane => !shown.includes(lane)).flatMap(([, times]) => times);
    this.nows = [];
    const lanes = shown.map(([key, times]) => this.#lane(this.entityOf(key), times));
    if (rest.length) lanes.push(this.#lane(null, rest));
    return lanes.length ? el('div.lanes', {role: 'group', 'aria-label': 'When things are seen'}, lanes) : null;
  }

  #lane(entity, times) {
    const total = this.#lengthBefore();
    const now = el('span.now', {style: {left: '0%'}});
    this.nows.push(now);
    const track = el('div.track', {},
      spans(times, this.step).map(([from, to]) => el('button', {
        type: 'button',
        style: {left: `${(100 * from) / total}%`, width: `${(100 * (Math.min(to, total) - from)) / total}%`},
        title: `${clock(from)}–${clock(Math.min(to, total))}`,
        'aria-label': `${entity ? entity.name : 'Other boxes'}: go to ${clock(from)}`,
        click: event => {
          event.stopPropagation();
          // A moment inside the first box's time.
          this.seek(from + this.step / 2);
        },
      })), now);
    track.addEventListener('click', event => {
      const bounds = track.getBoundingClientRect();
      this.seek(((event.clientX - bounds.left) / bounds.width) * this.#length());
    });
    return el(`div.lane.${kindClass(entity?.type)}`, {'data-entity': entity?.id},
      entity
        ? el('a', {href: `#${new URLSearchParams({entity: entity.id})}`, title: entity.name}, entity.name)
        : el('span.muted', {}, 'Other boxes'),
      track);
  }

  #lengthBefore() {
    return this.medium.duration || (this.regions.at(-1)?.t ?? 0) + this.step || 1;
  }

  /** Shows the frame at a time in seconds. */
  seek(t) {
    this.video.pause();
    this.video.currentTime = Math.min(t, Math.max(0, this.#length() - 0.01));
  }

  /** Plays on from a time in seconds. */
  playFrom(t) {
    this.seek(t);
    this.video.play().catch(() => {});
  }

  /** Brings one entity's boxes forward; null all. */
  light(entity) {
    this.#entity = entity;
    for (const lane of this.node.querySelectorAll('.lane')) lane.classList.toggle('lit', Boolean(entity) && lane.dataset.entity === entity);
    this.#dim();
  }

  #dim() {
    const boxes = [...this.layer.children];
    mark(boxes, 'dim', false);
    mark(boxes.filter(b => this.#entity && b.dataset.entity !== this.#entity), 'dim', true);
    mark(boxes, 'lit', false);
    mark(boxes.filter(b => this.#entity && b.dataset.entity === this.#entity), 'lit', true);
  }
}
