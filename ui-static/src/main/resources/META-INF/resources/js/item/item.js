import {t} from '../core/i18n.js';
import {el, fill, panel, reveal} from '../core/dom.js';
import {getItem} from '../core/api.js';
import {title} from '../core/frame.js';
import {day, kindClass, kindName, KINDS, languageName} from '../core/format.js';
import {empty, show} from '../core/states.js';
import {loadTerms} from '../core/terms.js';
import {reviewsOf} from '../why/reviews.js';
import {ArticleText} from './text.js';
import {Facts} from './facts.js';
import {Pictures} from './pictures.js';
import {Player} from './player.js';
import {writing} from './writing.js';

const root = document.getElementById('main');

/** The page of one item: what is selected stands in the address, so that every selection can be linked to. */
class ItemPage {
  constructor(item, reviews) {
    this.item = item;
    this.entities = new Map(item.entities.map(e => [e.id, e]));
    this.entityOf = id => this.entities.get(id) ?? null;
    this.text = new ArticleText(item, this.entityOf);
    this.players = item.media.filter(m => m.kind === 'video')
      .map(m => new Player(m, item.regions.filter(r => r.media === m.sha256),
        item.mentions.filter(mention => mention.spoken?.media === m.sha256), this.entityOf, item));
    this.players.forEach(player => { player.onSaid = mentions => this.text.say(mentions); });
    const stills = item.media.filter(m => m.kind !== 'video');
    this.pictures = stills.length ? new Pictures(stills, item.regions, this.entityOf) : null;
    this.stills = stills.length;
    this.facts = new Facts(item, this, reviews);
  }

  draw() {
    fill(root, el('div.item', {},
      this.#head(),
      el('div.column', {}, this.#videos(), this.#stills(), writing(this.item, this), this.#article()),
      el('aside.side', {'aria-label': t('item.found')}, this.#entityPanel(), this.facts.node)));
    root.addEventListener('mouseover', event => this.#hover(event.target.closest?.('[data-entity]')?.dataset.entity ?? null));
    root.addEventListener('mouseleave', () => this.#hover(null));
    root.addEventListener('focusin', event => this.#hover(event.target.closest('[data-entity]')?.dataset.entity ?? null));
    addEventListener('hashchange', () => this.#follow());
    this.#follow();
  }

  #head() {
    const item = this.item;
    const name = item.headline || item.id;
    title(name);
    return el('header.item-head', {},
      el('h1', {lang: item.language}, name),
      el('p.meta', {},
        el('span.tag', {}, languageName(item.language)),
        item.published && el('time', {datetime: item.published}, day(item.published)),
        item.source && el('span', {lang: item.language}, item.source),
        safeLink(item.url) && el('a', {href: item.url, rel: 'noreferrer noopener'}, t('item.original')),
        el('span', {}, t('item.id', {id: ''}), el('span.mono', {}, item.id)),
        el('a', {href: `api/items/${encodeURIComponent(item.id)}`}, t('item.json'))));
  }

  #videos() {
    if (this.players.length === 0) return null;
    this.stage = el('section.panel', {'aria-label': t('item.video')});
    this.tabs = this.players.length > 1 ? el('div.mediatabs', {}, this.players.map((p, i) => el('button.button.small', {
      type: 'button', 'aria-pressed': 'false', click: () => this.#showVideo(i),
    }, p.medium.name || `${t('item.video')} ${i + 1}`))) : null;
    this.#showVideo(0);
    return this.stage;
  }

  #showVideo(index) {
    this.players.forEach((p, i) => { if (i !== index) p.video.pause(); });
    fill(this.stage, this.players[index].node, this.tabs);
    this.tabs?.querySelectorAll('button').forEach((b, i) => {
      b.setAttribute('aria-pressed', String(i === index));
      b.classList.toggle('primary', i === index);
    });
  }

  #stills() {
    return this.pictures && panel(t('item.pictures'), {count: this.stills}, this.pictures.node);
  }

  #article() {
    if (!this.item.text) return el('p.notice', {}, t('item.noText'));
    const present = new Set(this.item.mentions.map(m => this.entityOf(m.entity)?.type));
    const legend = el('span.legend', {}, KINDS.filter(type => present.has(type))
      .map(type => el(`span.${kindClass(type)}`, {}, el('i'), kindName(type))));
    return panel(t('item.article'), {count: t('noun.mentions', {n: this.item.mentions.length}), right: legend}, this.text.node);
  }

  #entityPanel() {
    const entities = [...this.item.entities].sort((a, b) => b.mentions + b.regions - a.mentions - a.regions || a.name.localeCompare(b.name));
    this.chips = el('div.entities', {}, entities.map(e => el(`a.chip.${kindClass(e.type)}`, {
      href: `#${new URLSearchParams({entity: e.id})}`, 'data-entity': e.id,
      title: t('item.places', {name: e.name, kind: kindName(e.type),
        places: [t('noun.mentions', {n: e.mentions}), e.regions && t('noun.boxes', {n: e.regions})].filter(Boolean).join(' · ')}),
    }, el('span', {lang: this.item.language}, e.name), el('span.n', {}, e.mentions + e.regions))));
    return panel(t('item.entities'), {count: entities.length},
      entities.length ? this.chips : el('p.more.muted', {}, t('item.noEntities')));
  }

  /** Lights up a chain while the pointer or the focus is on one of its places. */
  #hover(entity) {
    const lit = entity ?? this.entity ?? null;
    if (lit === this.lit) return;
    this.lit = lit;
    this.text.light(lit);
    for (const chip of this.chips.children) chip.classList.toggle('lit', Boolean(lit) && chip.dataset.entity === lit);
    for (const player of this.players) player.light(lit);
    this.pictures?.light(lit);
  }

  /** Puts a selection into the address. */
  go(selection) {
    const hash = new URLSearchParams(selection).toString();
    if (hash) location.hash = hash;
    else {
      history.pushState(null, '', location.pathname + location.search);
      this.#follow();
    }
  }

  #follow() {
    const asked = new URLSearchParams(location.hash.slice(1));
    this.entity = this.entities.has(asked.get('entity')) ? asked.get('entity') : null;
    for (const chip of this.chips.children) {
      if (chip.dataset.entity === this.entity) chip.setAttribute('aria-current', 'true');
      else chip.removeAttribute('aria-current');
    }
    this.#hover(null);
    this.facts.about(this.entity);
    const statement = this.facts.open(asked.get('statement'));
    const first = this.text.quote((statement?.evidence ?? []).filter(e => e.kind === 'text'));
    if (statement) {
      const frame = statement.evidence.filter(e => e.kind === 'frame').sort((a, b) => b.weight - a.weight)[0];
      if (frame && frame.t !== undefined && frame.t !== null) this.seek(frame.media, frame.t, {scroll: false});
      else if (first) reveal(first);
    }
    if (asked.has('t') && this.players.length) this.seek(asked.get('media') ?? this.players[0].medium.sha256, Number(asked.get('t')));
    else if (asked.has('media')) this.pictures?.show(asked.get('media'));
    if (asked.has('at')) this.text.show(Number(asked.get('at')));
  }

  #player(sha256) {
    const index = this.players.findIndex(p => p.medium.sha256 === sha256);
    if (index < 0) return null;
    if (!this.stage.contains(this.players[index].node)) this.#showVideo(index);
    return this.players[index];
  }

  /** Shows the moment of a video, or the picture. */
  seek(sha256, time, {scroll = true} = {}) {
    const player = this.#player(sha256);
    if (player) {
      player.seek(time);
      if (scroll) reveal(player.stage);
    } else {
      this.pictures?.show(sha256);
    }
  }

  play(sha256, time) {
    const player = this.#player(sha256);
    player?.playFrom(time);
    reveal(player?.stage);
  }
}

/** Addresses come from the data: only web addresses become links. */
function safeLink(url) {
  try {
    return ['http:', 'https:'].includes(new URL(url).protocol);
  } catch {
    return false;
  }
}

const id = new URLSearchParams(location.search).get('id');
title(t('item.title'));
const back = () => el('a', {href: './'}, t('back.start'));
if (!id) {
  fill(root, empty(el('h1', {}, t('item.title')), el('p', {}, t('item.none')), el('p.ways', {}, back())));
} else {
  await show(root, async () => {
    const [item] = await Promise.all([getItem(id), loadTerms()]);
    const reviews = await reviewsOf(item.statements.filter(s => s.kind === 'relation').map(s => s.id));
    new ItemPage(item, reviews).draw();
  }, back());
}
