import {t} from './i18n.js';

const SVG = 'http://www.w3.org/2000/svg';

/**
 * Makes an element. Text is always set as text, never parsed, so whatever stands in the data stays words.
 * @param {string} tag name, with classes after dots: "span.tag.t-per"
 * @param {object} [properties] attributes; a function is a listener, "style" an object of CSS properties
 * @param {...(Node|string|number|null|undefined|Array)} children
 */
export function el(tag, properties = {}, ...children) {
  const [name, ...classes] = tag.split('.');
  const node = document.createElement(name);
  if (classes.length) node.className = classes.join(' ');
  return furnish(node, properties, children);
}

/** The same for SVG. */
export function svg(tag, properties = {}, ...children) {
  const [name, ...classes] = tag.split('.');
  const node = document.createElementNS(SVG, name);
  if (classes.length) node.setAttribute('class', classes.join(' '));
  return furnish(node, properties, children);
}

function furnish(node, properties, children) {
  for (const [key, value] of Object.entries(properties)) {
    if (value === undefined || value === null || value === false) continue;
    if (typeof value === 'function') node.addEventListener(key, value);
    // Through the style object, because a strict policy forbids style attributes in markup.
    else if (key === 'style') for (const [k, v] of Object.entries(value)) node.style.setProperty(k, v);
    else node.setAttribute(key, value === true ? '' : String(value));
  }
  node.append(...present(children));
  return node;
}

const present = children => children.flat(2).filter(c => c !== null && c !== undefined && c !== false);

/** Replaces an element's content. */
export function fill(node, ...children) {
  node.replaceChildren(...present(children));
  return node;
}

/** An id that can stand in aria-controls. */
export const fresh = (() => {
  let last = 0;
  return prefix => `${prefix}-${++last}`;
})();

/** Adds or takes away a class on many elements. */
export function mark(nodes, name, on) {
  for (const node of nodes) node.classList.toggle(name, on);
}

/** Scrolls something into view, at once for those who asked for little motion. */
export function reveal(node, block = 'nearest') {
  const still = matchMedia('(prefers-reduced-motion: reduce)').matches;
  node?.scrollIntoView({block, behavior: still ? 'auto' : 'smooth'});
}

/** A panel with a heading; `right` stands at the end of the heading's line. */
export function panel(title, {count, right, id, classes = ''} = {}, ...children) {
  const heading = fresh('heading');
  return el(`section.panel${classes}`, {'aria-labelledby': heading, id},
    el('header', {}, el('h2', {id: heading}, title),
      count !== undefined && (count instanceof Node ? count : el('span.count', {}, count)),
      right && el('div.right', {}, right)),
    children);
}

/** A button that copies text, where the browser allows it. */
export function copyButton(text, name = t('copy')) {
  const button = el('button.button.small', {type: 'button'}, name);
  button.addEventListener('click', async () => {
    try {
      await navigator.clipboard.writeText(typeof text === 'function' ? await text() : text);
      button.textContent = t('copy.done');
    } catch {
      button.textContent = t('copy.byHand');
    }
    setTimeout(() => { button.textContent = name; }, 2500);
  });
  return button;
}

/** Saves text as a file. */
export function saveFile(blob, name) {
  const file = URL.createObjectURL(blob);
  el('a', {href: file, download: name}).click();
  setTimeout(() => URL.revokeObjectURL(file), 10000);
}
