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
  for (const [key, value] of Object.entries(properties)) {
    if (value === undefined || value === null || value === false) continue;
    if (typeof value === 'function') node.addEventListener(key, value);
    else if (key === 'style') for (const [k, v] of Object.entries(value)) node.style.setProperty(k, v);
    else node.setAttribute(key, value === true ? '' : String(value));
  }
  node.append(...children.flat().filter(c => c !== null && c !== undefined && c !== false));
  return node;
}

/** Replaces an element's content. */
export function fill(node, ...children) {
  node.replaceChildren(...children.flat().filter(c => c !== null && c !== undefined && c !== false));
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

/** A button that copies text, where the browser allows it. */
export function copyButton(text) {
  const button = el('button.button.small', {type: 'button'}, 'Copy');
  button.addEventListener('click', async () => {
    try {
      await navigator.clipboard.writeText(text);
      button.textContent = 'Copied';
    } catch {
      button.textContent = 'Select and copy by hand';
    }
  });
  return button;
}
