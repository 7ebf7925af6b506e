import {t} from '../core/i18n.js';
import {el, fill, mark} from '../core/dom.js';
import {frameUrl, mediaUrl} from '../core/api.js';
import {boxElements} from './boxes.js';
import {Moments} from './moments.js';
import {Subtitles} from './subtitles.js';
import {TimeLine} from './timeline.js';
import {filmStrip} from './filmstrip.js';
import {clock} from '../core/format.js';

/** A video with the boxes that belong to the moment, its key frames, and a lane a person, place or thing. */
export class Player {
  #drawn = '';
  #entity = null;
  /** When the frame that the browser showed last begins, in seconds. */
  #frame = -1;

  /**
   * @param {object[]} said the mentions that the video says, each with when
   * @param {object} item whose video it is
   */
  constructor(medium, regions, said, entityOf, item) {
    this.said = said;
    this.medium = medium;
    this.entityOf = entityOf;
    this.moments = new Moments(regions.filter(r => r.t !== undefined && r.t !== null));
    const timed = this.moments.regions;
    this.video = el('video', {
      src: mediaUrl(medium.sha256), controls: true, preload: 'metadata', playsinline: true, controlslist: 'nofullscreen',
      poster: frameUrl(medium.sha256, timed.length ? timed[0].t : 0),
      width: medium.width, height: medium.height,
      'aria-label': t('item.videoNamed', {name: medium.name}),
    });
    this.layer = el('div.layer');
    this.stage = el('div.stage', {}, this.video, this.layer);
    this.timeLine = new TimeLine(this);
    this.subtitles = medium.subtitles ? new Subtitles(this, medium.subtitles, item, said) : null;
    this.subtitles?.attach(this.video);
    this.node = el('div.player', {}, this.stage, this.#caption(), this.timeLine.node, this.subtitles?.node, filmStrip(this));
    this.#follow();
    new ResizeObserver(() => this.#fit()).observe(this.stage);
  }

  #caption() {
    return el('div.caption', {}, el('p', {},
      [`${this.medium.width} × ${this.medium.height}`, this.medium.duration && clock(this.medium.duration),
        t('noun.boxes', {n: this.moments.regions.length})].filter(Boolean).join(' · ')),
    document.fullscreenEnabled && el('button.button.small.full', {type: 'button', click: () => this.#fullScreen()}, t('item.fullScreen')));
  }

  /** The video with its boxes; the browser's own button would leave them behind. */
  async #fullScreen() {
    try {
      await this.stage.requestFullscreen();
    } catch {
      // A frame around the page may forbid it; the video stays where it is.
    }
    this.video.focus();
  }

  /** The boxes lie over the picture, not over the bars beside it. */
  #fit() {
    const {width, height} = this.video.getBoundingClientRect();
    const own = this.stage.getBoundingClientRect();
    const at = this.video.getBoundingClientRect();
    if (!width || !height) return;
    const scale = Math.min(width / this.medium.width, height / this.medium.height);
    const [w, h] = [this.medium.width * scale, this.medium.height * scale];
    const place = {
      left: at.left - own.left + (width - w) / 2, top: at.top - own.top + (height - h) / 2, width: w, height: h};
    for (const [name, value] of Object.entries(place)) this.layer.style.setProperty(name, `${value}px`);
  }

  /** Redraws with each frame that the browser shows; with timeupdate where it can't say. */
  #follow() {
    const redraw = () => this.#draw(this.#frameAt(this.video.currentTime));
    const frames = 'requestVideoFrameCallback' in HTMLVideoElement.prototype;
    for (const event of frames ? ['seeked', 'loadeddata'] : ['seeked', 'timeupdate', 'loadeddata', 'pause']) {
      this.video.addEventListener(event, redraw);
    }
    this.video.addEventListener('loadedmetadata', () => this.#fit());
    if (frames) {
      const onFrame = (_, frame) => {
        this.#frame = frame.mediaTime;
        this.#draw(frame.mediaTime);
        this.video.requestVideoFrameCallback(onFrame);
      };
      this.video.requestVideoFrameCallback(onFrame);
    }
  }

  /** The time of the frame that is on screen at a moment: a frame stays until the next one, and its boxes with it. */
  #frameAt(now) {
    if (now >= this.#frame && now - this.#frame < 0.1) return this.#frame;
    const [frames, per] = (this.medium.frameRate ?? '').split('/').map(Number);
    const rate = frames / (per || 1);
    return rate > 0 ? Math.floor(now * rate + 0.001) / rate : now;
  }

  #draw(now) {
    this.timeLine.at(now);
    this.subtitles?.at(now);
    this.onSaid?.(this.said.filter(m => now >= m.spoken.start && now < m.spoken.end));
    const seen = this.moments.at(now);
    const key = seen.map(r => `${r.id} ${r.x.toFixed(2)} ${r.y.toFixed(2)}`).join('\n');
    if (key === this.#drawn) return;
    this.#drawn = key;
    fill(this.layer, boxElements(seen, this.entityOf, this.medium));
    this.#dim();
  }

  /** In seconds. */
  get length() {
    const own = this.video.duration;
    return this.medium.duration || (Number.isFinite(own) && own) || (this.moments.regions.at(-1)?.t ?? 0) + this.moments.step || 1;
  }

  /** Shows the frame at a time in seconds. */
  seek(time) {
    this.video.pause();
    this.video.currentTime = Math.max(0, Math.min(time, Math.max(0, this.length - 0.01)));
  }

  /** Plays on from a time in seconds. */
  playFrom(time) {
    this.seek(time);
    this.video.play().catch(() => {});
  }

  /** Brings one entity's boxes forward; null all. */
  light(entity) {
    this.#entity = entity;
    this.timeLine.light(entity);
    this.subtitles?.light(entity);
    this.#dim();
  }

  #dim() {
    const boxes = [...this.layer.children];
    mark(boxes, 'dim', false);
    mark(boxes, 'lit', false);
    if (!this.#entity) return;
    mark(boxes.filter(b => b.dataset.entity !== this.#entity), 'dim', true);
    mark(boxes.filter(b => b.dataset.entity === this.#entity), 'lit', true);
  }
}
