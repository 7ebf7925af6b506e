import {el, fill} from './dom.js';
import {getItem} from './api.js';
import {count, day, kindClass, KINDS, languageName} from './format.js';
import {ArticleText} from './text.js';
import {Facts} from './facts.js';
import {Pictures} from './pictures.js';
import {Player} from './player.js';

const root = document.getElementById('item');

/** The page of one item: what is selected stands in the address, so that every selection can be linked to. */
class ItemPage {
  constructor(item) {
    this.item = item;
    this.entities = new Map(item.entities.map(e => [e.id, e]));
    this.entityOf = id => this.entities.get(id) ?? null;
    this.text = new ArticleText(item, this.entityOf);
    this.players = item.media.filter(m => m.kind === 'video')
      .map(m => new Player(m, item.regions.filter(r => r.media === m.sha256), this.entityOf));
    const stills = item.media.filter(m => m.kind !== 'video');
    this.pictures = stills.length ? new Pictures(stills, item.regions, this.entityOf) : null;
    this.facts = new Facts(item, this);
  }

  draw() {
    fill(root, el('div.item', {},
      this.#head(),
      el('div', {}, this.#videos(), this.#stills(), this.#article()),
      el('aside.side', {'aria-label': 'What was found'}, this.#entityPanel(), this.facts.node)));
    root.addEventListener('mouseover', event => this.#hover(event.target.closest?.('[data-entity]')?.dataset.entity ?? null));
    root.addEventListener('mouseleave', () => this.#hover(null));
    root.addEventListener('focusin', event => this.#hover(event.target.closest('[data-entity]')?.dataset.entity ?? null));
    addEventListener('hashchange', () => this.#follow());
    this.#follow();
  }

  #head() {
    const item = this.item;
    const name = item.headline || item.id;
    document.title = `${name} · Newsreel`;
    return el('header.item-head', {},
      el('h1', {lang: item.language}, name),
      el('p.meta', {},
        el('span.tag', {}, languageName(item.language)),
        item.published && el('time', {datetime: item.published}, day(item.published)),
        item.source && el('span', {}, item.source),
        safeLink(item.url) && el('a', {href: item.url, rel: 'noreferrer noopener'}, 'Original'),
        el('span', {}, 'Item ', el('span.mono', {}, item.id))));
  }

  #videos() {
    if (this.players.length === 0) return null;
    this.stage = el('section.panel', {'aria-label': 'Video'});
    this.tabs = this.players.length > 1 ? el('div.mediatabs', {}, this.players.map((p, i) => el('button.button.small', {
      type: 'button', 'aria-pressed': 'false', click: () => this.#showVideo(i),
    }, p.medium.name || `Video ${i + 1}`))) : null;
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
    return this.pictures && el('section.panel', {'aria-label': 'Pictures'},
      el('header', {}, el('h2', {}, 'Pictures'), el('span.count', {}, count(this.item.media.filter(m => m.kind !== 'video').length, 'picture'))),
      this.pictures.node);
  }

  #article() {
    if (!this.item.text) return el('p.notice', {}, 'This item has no text.');
    const present = new Set(this.item.mentions.map(m => this.entityOf(m.entity)?.type));
    return el('section.panel', {'aria-label': 'Article'},
      el('header', {}, el('h2', {}, 'Article'), el('span.count', {}, count(this.item.mentions.length, 'mention')),
        el('div.right.legend', {}, KINDS.filter(([t]) => present.has(t)).map(([t, name]) => el(`span.${kindClass(t)}`, {}, el('i'), name)))),
      this.text.node);
  }

  #entityPanel() {
    const entities = [...this.item.entities].sort((a, b) => b.mentions + b.regions - a.mentions - a.regions || a.name.localeCompare(b.name));
    this.chips = el('div.entities', {}, entities.map(e => el(`a.chip.${kindClass(e.type)}`, {
      href: `#${new URLSearchParams({entity: e.id})}`, 'data-entity': e.id,
      title: `${e.name} — ${e.typeLabel}: ${[count(e.mentions, 'mention'), e.regions && count(e.regions, 'box', 'boxes')].filter(Boolean).join(', ')}`,
    }, el('span', {lang: this.item.language}, e.name), el('span.n', {}, e.mentions + e.regions))));
    return el('section.panel', {'aria-label': 'Entities'},
      el('header', {}, el('h2', {}, 'Entities'), el('span.count', {}, count(entities.length, 'entity', 'entities'))),
      entities.length ? this.chips : el('p.more.muted', {}, 'No entity was found.'));
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
    const quotes = (statement?.evidence ?? []).filter(e => e.kind === 'text');
    const first = this.text.quote(quotes);
    if (statement) {
      const frame = statement.evidence.filter(e => e.kind === 'frame').sort((a, b) => b.weight - a.weight)[0];
      if (frame && frame.t !== undefined && frame.t !== null) this.seek(frame.media, frame.t, {scroll: false});
      else if (first) first.scrollIntoView({block: 'nearest', behavior: 'smooth'});
    }
    if (asked.has('t') && this.players.length) this.seek(asked.get('media') ?? this.players[0].medium.sha256, Number(asked.get('t')));
  }

  #player(sha256) {
    const index = this.players.findIndex(p => p.medium.sha256 === sha256);
    if (index < 0) return null;
    if (!this.stage.contains(this.players[index].node)) this.#showVideo(index);
    return this.players[index];
  }

  /** Shows the moment of a video, or the picture. */
  seek(sha256, t, {scroll = true} = {}) {
    const player = this.#player(sha256);
    if (player) {
      player.seek(t);
      if (scroll) player.node.scrollIntoView({block: 'nearest', behavior: 'smooth'});
    } else {
      this.pictures?.show(sha256);
    }
  }

  play(sha256, t) {
    const player = this.#player(sha256);
    player?.playFrom(t);
    player?.node.scrollIntoView({block: 'nearest', behavior: 'smooth'});
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
try {
  if (!id) throw new Error('No item is named: choose one from the list.');
  new ItemPage(await getItem(id)).draw();
} catch (e) {
  fill(root, el('div.notice.error', {role: 'alert'}, el('p', {}, e.message), el('p', {}, el('a', {href: './'}, 'All items'))));
}
