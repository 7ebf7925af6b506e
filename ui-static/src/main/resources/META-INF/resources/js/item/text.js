import {t} from '../core/i18n.js';
import {el, mark, reveal} from '../core/dom.js';
import {CodePoints} from './offsets.js';
import {kindClass, kindName} from '../core/format.js';

/** The article with its mentions. Spans may nest or overlap: each piece belongs to the shortest span around it. */
export class ArticleText {
  /** {start, end, node} in code points, by start. */
  #pieces = [];

  constructor(item, entityOf) {
    this.points = new CodePoints(item.text);
    this.node = el('div.article', {lang: item.language});
    const spans = [...item.mentions].sort((a, b) => a.start - b.start || b.end - a.end);
    const bounds = this.#bounds(item, spans);
    const open = [];
    let next = 0;
    let paragraph = this.#paragraph();
    for (let i = 0; i + 1 < bounds.length; i++) {
      const [start, end] = [bounds[i], bounds[i + 1]];
      while (next < spans.length && spans[next].start <= start) open.push(spans[next++]);
      for (let k = open.length - 1; k >= 0; k--) if (open[k].end <= start) open.splice(k, 1);
      const owner = open.reduce((best, s) => (!best || s.end - s.start < best.end - best.start ? s : best), null);
      paragraph = this.#add(paragraph, start, end, owner && entityOf(owner.entity), owner);
    }
  }

  /** Offsets at which something begins or ends. */
  #bounds(item, spans) {
    const bounds = new Set([0, this.points.length]);
    for (const span of spans) bounds.add(span.start).add(span.end);
    for (const statement of item.statements) {
      for (const e of statement.evidence) if (e.kind === 'text') bounds.add(e.start).add(e.end);
    }
    return [...bounds].filter(b => b >= 0 && b <= this.points.length).sort((a, b) => a - b);
  }

  #paragraph() {
    const p = el('p');
    this.node.append(p);
    return p;
  }

  /** Appends the text from start to end, a new paragraph at each line break. */
  #add(paragraph, start, end, entity, mention) {
    let at = start;
    const lines = this.points.slice(start, end).split('\n');
    lines.forEach((line, i) => {
      if (i > 0) {
        if (!paragraph.textContent.trim()) paragraph.classList.add('blank');
        paragraph = this.#paragraph();
        at += 1;
      }
      if (line) {
        const length = [...line].length;
        const node = mention
          ? el(`a.mention.${kindClass(entity?.type ?? mention.type)}`,
            {href: `#${new URLSearchParams({entity: mention.entity})}`, 'data-entity': mention.entity, title: entity ? t('item.mentionTitle', {name: entity.name, kind: kindName(entity.type)}) : null}, line)
          : el('span', {}, line);
        this.#pieces.push({start: at, end: at + length, node});
        paragraph.append(node);
        at += length;
      }
    });
    return paragraph;
  }

  /** Lights up all mentions of an entity; null puts all out. */
  light(entity) {
    for (const {node} of this.#pieces) {
      if (node.dataset.entity) node.classList.toggle('lit', node.dataset.entity === entity);
    }
  }

  /** Shows which mentions a video says at the moment. */
  say(mentions) {
    const key = mentions.map(m => m.id).join('\n');
    if (key === this.saying) return;
    this.saying = key;
    for (const {start, end, node} of this.#pieces) node.classList.toggle('said-now', mentions.some(m => start >= m.start && end <= m.end));
  }

  /** Marks quotes, given as {start, end} in code points, and returns the first one's element. */
  quote(spans) {
    mark(this.#pieces.map(p => p.node), 'quote', false);
    const hits = this.#pieces.filter(p => spans.some(s => p.start >= s.start && p.end <= s.end));
    mark(hits.map(p => p.node), 'quote', true);
    return hits[0]?.node ?? null;
  }

  /** Scrolls to the piece at an offset. */
  show(offset) {
    const piece = this.#pieces.find(p => p.start <= offset && offset < p.end);
    reveal(piece?.node, 'center');
  }

  /** What stands around a quote, cut at words: [before, quote, after]. */
  context(start, end, reach = 70) {
    const before = this.points.slice(start - reach, start);
    const after = this.points.slice(end, end + reach);
    const cutFront = start > reach ? before.replace(/^\S*\s/, '') : before;
    const cutBack = end + reach < this.points.length ? after.replace(/\s\S*$/, '') : after;
    return [
      (start > reach ? '…' : '') + cutFront,
      this.points.slice(start, end),
      cutBack + (end + reach < this.points.length ? '…' : ''),
    ];
  }
}
