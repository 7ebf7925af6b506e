const LINE = /^(<[^>]*>|_:\S+)\s+<([^>]*)>\s+(<[^>]*>|_:\S+|"(?:[^"\\]|\\.)*"(?:@[\w-]+|\^\^<[^>]*>)?)\s*\.\s*$/;
const ESCAPES = {t: '\t', n: '\n', r: '\r', b: '\b', f: '\f', '"': '"', "'": "'", '\\': '\\'};

/** N-Triples, as the service writes them, to {s, p, o, iri}: `iri` tells whether the object is a node. */
export function readNTriples(text) {
  return text.split('\n').map(line => LINE.exec(line)).filter(Boolean).map(([, s, p, o]) => ({
    s: node(s), p: unescaped(p), o: o.startsWith('"') ? unescaped(/^"((?:[^"\\]|\\.)*)"/.exec(o)[1]) : node(o), iri: !o.startsWith('"')}));
}

const node = token => (token.startsWith('<') ? unescaped(token.slice(1, -1)) : token);

const unescaped = text => text.replace(/\\(?:u([0-9A-Fa-f]{4})|U([0-9A-Fa-f]{8})|(.))/g,
  (_, four, eight, one) => (four || eight ? String.fromCodePoint(parseInt(four ?? eight, 16)) : ESCAPES[one] ?? one));
