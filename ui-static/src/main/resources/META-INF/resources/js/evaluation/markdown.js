import {el} from '../core/dom.js';

/** Shifts headings so that they fit below the page's own. */
const SHIFT = 1;

/**
 * Tokens of marked's lexer as elements. Made one by one and never parsed as HTML, so a document can bring no markup in.
 *
 * @param {object[]} tokens
 * @param {(href: string) => string|null} link the address that a link of the document has here; null for none
 */
export const render = (tokens, link) => tokens.map(token => block(token, link)).filter(Boolean);

function block(token, link) {
  const words = inline(token.tokens ?? [], link);
  switch (token.type) {
    case 'heading': return el(`h${Math.min(6, token.depth + SHIFT)}`, {id: slug(token.text)}, words);
    case 'paragraph': return el('p', {}, words);
    case 'text': return el('span', {}, token.tokens ? words : decode(token.text));
    case 'list': return el(token.ordered ? 'ol' : 'ul', {}, token.items.map(item => el('li', {}, render(item.tokens, link))));
    case 'code': return el('pre.code', {tabindex: '0'}, token.text);
    case 'blockquote': return el('blockquote', {}, render(token.tokens, link));
    case 'table': return table(token, link);
    case 'hr': return el('hr');
    default: return null;
  }
}

export const slug = text => text.toLowerCase().replace(/[^\p{L}\p{N}]+/gu, '-').replace(/^-|-$/g, '');

function table(token, link) {
  const numeric = token.header.map((_, i) => token.align[i] === 'right' || token.rows.every(row => /^[-+–]?[\d.,]*( ±.*)?$/.test(row[i].text)));
  const cell = name => (c, i) => {
    const tag = name === 'th' && !c.text ? 'td' : name;
    return el(numeric[i] ? `${tag}.number` : tag, {scope: tag === 'th' ? 'col' : null}, inline(c.tokens, link));
  };
  return el('div.table', {tabindex: '0', role: 'group', 'aria-label': token.header.map(h => h.text).filter(Boolean).join(', ') || 'table'},
    el('table', {},
      el('thead', {}, el('tr', {}, token.header.map(cell('th')))),
      el('tbody', {}, token.rows.map(row => el('tr', {}, row.map(cell('td')))))));
}

function inline(tokens, link) {
  return tokens.map(token => {
    switch (token.type) {
      case 'strong': return el('strong', {}, inline(token.tokens, link));
      case 'em': return el('em', {}, inline(token.tokens, link));
      case 'codespan': return el('code.mono', {}, decode(token.text));
      case 'br': return el('br');
      case 'link': {
        const href = link(token.href);
        return href ? el('a', {href}, inline(token.tokens, link)) : el('span', {}, inline(token.tokens, link));
      }
      default: return token.tokens ? el('span', {}, inline(token.tokens, link)) : document.createTextNode(decode(token.text ?? ''));
    }
  });
}

const NAMED = {amp: '&', lt: '<', gt: '>', quot: '"', '#39': "'"};
const decode = text => text.replace(/&(amp|lt|gt|quot|#39);/g, (_, name) => NAMED[name]);
