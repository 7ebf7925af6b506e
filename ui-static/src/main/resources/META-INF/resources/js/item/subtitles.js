import {t} from '../core/i18n.js';
import {el, fill, fresh} from '../core/dom.js';
import {clock, kindClass, languageName} from '../core/format.js';

/** The shortest name that is looked for where nobody knows when it is said. */
const SHORTEST = 2;

/**
 * The subtitles of a video: a track that can be shown over its picture, and their text as a list that follows the video.
 * A click on a line goes to its moment.
 */
export class Subtitles {
  #rows = [];
  #current = null;

  /**
   * @param {string} source address of the WebVTT file
   * @param {object} item whose video it is
   * @param {object[]} said the mentions that this video says, each with when
   */
  constructor(player, source, {language, mentions, entities}, said) {
    this.player = player;
    this.said = said;
    this.names = distinct([...mentions, ...entities.map(({name, id}) => ({exact: name, entity: id}))]);
    this.track = el('track', {kind: 'subtitles', src: source, srclang: language, label: languageName(language)});
    this.list = el('ol', {lang: language});
    this.count = el('span.count');
    const over = fresh('over');
    this.over = el('input', {type: 'checkbox', id: over});
    this.over.addEventListener('change', () => { this.track.track.mode = this.over.checked ? 'showing' : 'hidden'; });
    this.node = el('section.cues', {'aria-labelledby': `${over}-title`},
      el('header', {}, el('h2', {id: `${over}-title`}, t('cues.title')), this.count,
        el('label', {for: over}, this.over, ` ${t('cues.over')}`)),
      this.list);
    this.track.addEventListener('load', () => this.#fill());
    this.track.addEventListener('error', () => fill(this.list, el('li.muted', {lang: document.documentElement.lang}, t('cues.lost'))));
  }

  /** Puts the track into its video; a track that is not shown still has to be read. */
  attach(video) {
    video.append(this.track);
    this.track.track.mode = 'hidden';
    // The player's own menu can show them, too.
    video.textTracks.addEventListener('change', () => {
      if (this.track.track.mode === 'disabled') this.track.track.mode = 'hidden';
      this.over.checked = this.track.track.mode === 'showing';
    });
  }

  #fill() {
    const cues = [...this.track.track.cues];
    this.count.textContent = t('noun.subtitles', {n: cues.length});
    this.#rows = cues.map(cue => {
      // The words without the file's escapes.
      const words = cue.getCueAsHTML().textContent;
      const row = el('li', {},
        el('button.linkish.when', {type: 'button', 'aria-label': t('strip.go', {time: clock(cue.startTime)}), click: () => this.#go(cue)}, clock(cue.startTime)),
        el('p', {}, this.#coloured(words, cue)));
      row.addEventListener('click', event => { if (!event.target.closest('a, button')) this.#go(cue); });
      return {start: cue.startTime, end: cue.endTime, row};
    });
    fill(this.list, this.#rows.map(({row}) => row));
    this.at(this.player.video.currentTime);
  }

  #go(cue) {
    // A moment inside the line, so that it is the current one then whatever frame the browser lands on.
    this.player.seek(cue.startTime + Math.min(0.05, (cue.endTime - cue.startTime) / 2));
  }

  /** Marks the line that is said at a time in seconds. */
  at(now) {
    const current = this.#rows.findLast(({start, end}) => start <= now && now < end) ?? null;
    if (current === this.#current) return;
    this.#current?.row.removeAttribute('aria-current');
    this.#current = current;
    if (!current) return;
    current.row.setAttribute('aria-current', 'true');
    // The list scrolls, not the page around it.
    const [line, box] = [current.row.getBoundingClientRect(), this.list.getBoundingClientRect()];
    if (line.top < box.top || line.bottom > box.bottom) this.list.scrollTop += line.top - box.top - box.height / 3;
  }

  /** The words of a line with the mentions in them as links: those said at the time first, then names that mean one entity. */
  #coloured(words, cue) {
    const names = new Map(this.names);
    for (const m of this.said) {
      if (m.spoken.start < cue.endTime && m.spoken.end > cue.startTime) names.set(m.exact.toLowerCase(), m.entity);
    }
    const found = [];
    for (const [name, entity] of [...names].sort((a, b) => b[0].length - a[0].length)) {
      if (!entity) continue;
      const pattern = new RegExp(`${border(name[0], '<!')}${escaped(name)}${border(name.at(-1), '!')}`, 'giu');
      for (const match of words.matchAll(pattern)) {
        const [start, end] = [match.index, match.index + match[0].length];
        if (!found.some(f => start < f.end && f.start < end)) found.push({start, end, entity});
      }
    }
    found.sort((a, b) => a.start - b.start);
    const pieces = [];
    let at = 0;
    for (const {start, end, entity} of found) {
      pieces.push(...lines(words.slice(at, start)), this.#mention(words.slice(start, end), entity));
      at = end;
    }
    return [...pieces, ...lines(words.slice(at))];
  }

  #mention(words, id) {
    const entity = this.player.entityOf(id);
    return el(`a.mention.${kindClass(entity?.type)}`, {href: `#${new URLSearchParams({entity: id})}`, 'data-entity': id}, lines(words));
  }

  /** Brings one entity's mentions forward; null none. */
  light(entity) {
    for (const node of this.list.querySelectorAll('.mention')) node.classList.toggle('lit', Boolean(entity) && node.dataset.entity === entity);
  }
}

/** Names that mean one entity only, in small letters. A pronoun, which begins small, is no name. */
function distinct(mentions) {
  const names = new Map();
  for (const {exact, entity} of mentions) {
    if (!/^[\p{Lu}\p{N}\p{Lo}]/u.test(exact) || [...exact].length < SHORTEST) continue;
    const key = exact.toLowerCase();
    names.set(key, names.has(key) && names.get(key) !== entity ? null : entity);
  }
  return names;
}

/** Words of alphabets end where no letter follows; Chinese has no such borders. */
const border = (letter, way) => (/[\p{L}\p{N}]/u.test(letter) && !/\p{Script=Han}/u.test(letter) ? `(?${way}[\\p{L}\\p{N}])` : '');
const escaped = text => text.replace(/[\\^$.*+?()[\]{}|/]/g, '\\$&').replace(/\s+/g, '\\s+');
const lines = text => text.split('\n').flatMap((line, i) => (i ? [el('br'), line] : [line])).filter(part => part !== '');
