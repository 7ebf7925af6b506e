import {t} from '../core/i18n.js';
import {el, fill, fresh} from '../core/dom.js';
import {entityPage, whyPage} from '../core/api.js';
import {evidenceOf} from '../why/evidence.js';
import {meter} from '../core/meter.js';
import {kindName} from '../core/format.js';
import {termName} from '../core/terms.js';

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
   * @param {Map} reviews what was decided on statements
   */
  constructor(item, page, reviews) {
    this.item = item;
    this.page = page;
    this.reviews = reviews;
    this.relations = item.statements.filter(s => s.kind === 'relation').sort((a, b) => b.confidence - a.confidence);
    this.naming = item.statements.filter(s => s.kind !== 'relation');
    this.list = el('div.scroll', {tabindex: '-1'});
    this.total = el('span.count', {role: 'status'});
    this.clear = el('button.button.small', {type: 'button', hidden: true, click: () => { page.go({}); }}, t('facts.everyone'));
    this.everywhere = el('a.button.small', {hidden: true}, t('facts.everywhere'));
    this.node = el('section.panel.facts', {'aria-labelledby': 'facts-title'},
      el('header', {}, el('h2', {id: 'facts-title'}, t('facts.title')), this.total, el('div.right', {}, this.everywhere, this.clear)),
      this.#tools(), this.list);
    this.#draw();
  }

  #tools() {
    const filter = el('input.field', {type: 'search', placeholder: t('facts.filter'), 'aria-label': t('facts.filter'), autocomplete: 'off'});
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
    return el('div.tools', {}, filter,
      el('label', {for: 'naming', title: t('facts.namesTitle')}, this.also, ` ${t('facts.names')}`));
  }

  #candidates() {
    return this.#names ? [...this.relations, ...this.naming] : this.relations;
  }

  #wanted(statement) {
    if (this.#entity && statement.subject.iri !== this.#entity && statement.object.iri !== this.#entity) return false;
    return !this.#words
      || `${statement.subject.label} ${termName(statement.predicate.iri)} ${objectName(statement)}`.toLowerCase().includes(this.#words);
  }

  #draw() {
    const wanted = this.#candidates().filter(s => this.#wanted(s));
    const rest = wanted.length - this.#shown;
    this.total.textContent = t('noun.statements', {n: wanted.length});
    this.clear.hidden = this.everywhere.hidden = !this.#entity;
    if (this.#entity) this.everywhere.href = entityPage(this.#entity);
    fill(this.list,
      wanted.slice(0, this.#shown).map(s => this.#row(s)),
      rest > 0 && el('p.more', {}, el('button.button', {type: 'button', click: () => {
        this.#shown += STEP;
        this.#draw();
      }}, t('facts.more', {n: Math.min(rest, STEP)}))),
      wanted.length === 0 && el('p.more.muted', {}, t(this.relations.length === 0 && !this.#names ? 'facts.none' : 'facts.noFit')));
  }

  #row(statement) {
    const known = this.#rows.get(statement.id);
    if (known) return known;
    const panel = fresh('evidence');
    const quotes = statement.evidence.filter(e => e.kind === 'text').length;
    const frames = statement.evidence.length - quotes;
    const decision = this.reviews.get(statement.id)?.decision;
    const button = el('button', {type: 'button', 'aria-expanded': 'false', 'aria-controls': panel},
      el('span', {},
        el('span.s', {lang: this.item.language}, statement.subject.label), ' ',
        el('span.p', {}, termName(statement.predicate.iri)), ' ',
        el('span.s', {lang: statement.kind === 'type' ? null : this.item.language}, objectName(statement))),
      meter(statement.confidence),
      el('span.rest', {},
        [quotes && t('noun.quotes', {n: quotes}), frames && t('noun.frames', {n: frames})].filter(Boolean).join(' · ') || t('facts.noEvidence'),
        decision && [' ', el(`span.tag.${decision}`, {}, t(`facts.${decision}`))]));
    const row = el(decision === 'rejected' ? 'div.statement.out' : 'div.statement', {'data-statement': statement.id},
      el('h3', {}, button), el('div.evidence', {id: panel, hidden: true}));
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
    if (statement) this.#uncover(statement);
    for (const [key, row] of this.#rows) {
      const open = key === id;
      row.classList.toggle('open', open);
      row.querySelector('button').setAttribute('aria-expanded', String(open));
      const panel = row.querySelector('.evidence');
      panel.hidden = !open;
      if (open && !panel.firstChild) panel.append(why(statement), ...evidenceOf(statement, this.item, this.page));
      if (open) this.#reveal(row);
    }
    return statement ?? null;
  }

  /** Makes sure that a statement is among those that are listed. */
  #uncover(statement) {
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
}

/** A type by its kind's name in the page's language; else the object's own label. */
const objectName = statement => (statement.kind === 'type' ? kindOf(statement.object) : statement.object.label);
const KIND_LABELS = {Person: 'PER', Place: 'LOC', Organisation: 'ORG', Time: 'TIME', Thing: 'MISC'};
const kindOf = ({label}) => (KIND_LABELS[label] ? kindName(KIND_LABELS[label]) : label);

const why = s => el('p.ways', {}, el('a.button.small.primary', {
  href: whyPage(s.subject.iri, s.predicate.iri, s.object.iri ?? s.object),
}, t('facts.why')));
