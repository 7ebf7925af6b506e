import {el, fill, fresh} from './dom.js';
import {entityPage} from './api.js';
import {count} from './format.js';
import {evidenceOf} from './evidence.js';

const STEP = 200;

/** The list of statements; each opens to its evidence. */
export class Facts {
  #rows = new Map();
  #words = '';
  #entity = null;
  #names = false;
  #shown = STEP;

  /**
   * @param {object} item
   * @param {object} page what the evidence can do to the rest of the page
   */
  constructor(item, page) {
    this.item = item;
    this.page = page;
    this.relations = item.statements.filter(s => s.kind === 'relation').sort((a, b) => b.confidence - a.confidence);
    this.naming = item.statements.filter(s => s.kind !== 'relation');
    this.list = el('div.scroll', {tabindex: '-1'});
    this.total = el('span.count', {role: 'status'});
    const filter = el('input.field', {type: 'search', placeholder: 'Filter statements', 'aria-label': 'Filter statements', autocomplete: 'off'});
    filter.addEventListener('input', () => {
      this.#words = filter.value.trim().toLowerCase();
      this.#shown = STEP;
      this.#draw();
    });
    this.also = el('input', {type: 'checkbox', id: 'naming'});
    this.also.addEventListener('change', () => {
      this.#names = this.also.checked;
      this.#draw();
    });
    this.clear = el('button.button.small', {type: 'button', hidden: true, click: () => { page.go({}); }}, 'All entities');
    this.everywhere = el('a.button.small', {hidden: true}, 'In all items');
    this.node = el('section.panel.facts', {'aria-label': 'Statements'},
      el('header', {}, el('h2', {}, 'Statements'), this.total, el('div.right', {}, this.everywhere, this.clear)),
      el('div.tools', {}, filter,
        el('label', {for: 'naming', title: 'Statements that give an entity its type and its name'}, this.also, ' types and names')),
      this.list);
    this.#draw();
  }

  #candidates() {
    return this.#names ? [...this.relations, ...this.naming] : this.relations;
  }

  #wanted(statement) {
    if (this.#entity && statement.subject.iri !== this.#entity && statement.object.iri !== this.#entity) return false;
    return !this.#words
      || `${statement.subject.label} ${statement.predicate.label} ${statement.object.label}`.toLowerCase().includes(this.#words);
  }

  #draw() {
    const wanted = this.#candidates().filter(s => this.#wanted(s));
    const rest = wanted.length - this.#shown;
    this.total.textContent = count(wanted.length, 'statement');
    this.clear.hidden = this.everywhere.hidden = !this.#entity;
    if (this.#entity) this.everywhere.href = entityPage(this.#entity);
    fill(this.list,
      wanted.slice(0, this.#shown).map(s => this.#row(s)),
      rest > 0 && el('p.more', {}, el('button.button', {type: 'button', click: () => {
        this.#shown += STEP;
        this.#draw();
      }}, `Show ${Math.min(rest, STEP)} more`)),
      wanted.length === 0 && el('p.more.muted', {}, this.relations.length === 0 && !this.#names
        ? 'No relation was found in this item. Its entities are above; tick “types and names” to see what they rest on.'
        : 'No statement fits the filter.'));
  }

  #row(statement) {
    const known = this.#rows.get(statement.id);
    if (known) return known;
    const panel = fresh('evidence');
    const quotes = statement.evidence.filter(e => e.kind === 'text').length;
    const frames = statement.evidence.length - quotes;
    const button = el('button', {type: 'button', 'aria-expanded': 'false', 'aria-controls': panel},
      el('span', {},
        el('span.s', {lang: this.item.language}, statement.subject.label), ' ',
        el('span.p', {}, statement.predicate.label), ' ',
        el('span.s', {lang: this.item.language}, statement.object.label)),
      meter(statement.confidence),
      el('span.rest', {}, [quotes && count(quotes, 'quote'), frames && count(frames, 'frame')].filter(Boolean).join(', ') || 'no evidence'));
    const row = el('div.statement', {'data-statement': statement.id}, el('h3', {}, button), el('div.evidence', {id: panel, hidden: true}));
    button.addEventListener('click', () => {
      this.page.go(row.classList.contains('open') ? {} : {statement: statement.id});
    });
    this.#rows.set(statement.id, row);
    return row;
  }

  /** Shows only what an entity takes part in; null shows all. */
  about(entity) {
    this.#entity = entity;
    this.#shown = STEP;
    this.#draw();
  }

  /** Scrolls the list, and not the page around it, to a row. */
  #reveal(row) {
    if (this.list.scrollHeight <= this.list.clientHeight) return;
    const offset = row.getBoundingClientRect().top - this.list.getBoundingClientRect().top;
    if (offset < 0 || offset > this.list.clientHeight - 120) this.list.scrollTop += offset;
  }

  /** Opens one statement and closes the others; null closes all. */
  open(id) {
    const statement = this.item.statements.find(s => s.id === id);
    if (statement) {
      if (statement.kind !== 'relation' && !this.#names) {
        this.#names = this.also.checked = true;
        this.#draw();
      }
      if (!this.#wanted(statement)) this.about(null);
      const place = this.#candidates().filter(s => this.#wanted(s)).indexOf(statement);
      if (place >= this.#shown) {
        this.#shown = place + 1;
        this.#draw();
      }
    }
    for (const [key, row] of this.#rows) {
      const open = key === id;
      row.classList.toggle('open', open);
      row.querySelector('button').setAttribute('aria-expanded', String(open));
      const panel = row.querySelector('.evidence');
      panel.hidden = !open;
      if (open && !panel.firstChild) panel.append(...evidenceOf(statement, this.item, this.page));
      if (open) this.#reveal(row);
    }
    return statement ?? null;
  }
}

function meter(confidence) {
  return el('span.meter', {title: 'Confidence'},
    el('i', {'aria-hidden': 'true'}, el('b', {style: {width: `${Math.round(100 * confidence)}%`}})),
    el('span.visually-hidden', {}, 'Confidence '), confidence.toFixed(2));
}
