/**
 * What the editor offers: classes after "a" and rdf:type, properties where one belongs, prefixes where they are declared.
 * All come from the ontology that the service ships; nothing is asked of other hosts.
 *
 * @param {Function} Yasqe the editor's class
 * @param {{prefixes: object, terms: object[]}} vocabulary
 */
export function offerTerms(Yasqe, {prefixes, terms}) {
  const named = kind => terms.filter(term => term.kind === kind);
  for (const [name, fork] of [['class', 'class'], ['property', 'property']]) {
    const iris = named(name).map(term => term.iri);
    const base = Yasqe.Autocompleters[fork];
    Yasqe.registerAutocompleter({
      ...base, name: `${name}-newsreel`, bulk: false, persistenceId: undefined, autoShow: true,
      get: (_, token) => matching(iris, terms, token?.autocompletionString ?? ''),
    });
  }
  const lines = Object.entries(prefixes).map(([name, iri]) => `${name}: <${iri}>`).sort();
  Yasqe.registerAutocompleter({...Yasqe.Autocompleters.prefixes, name: 'prefixes-newsreel', bulk: true, persistenceId: undefined, get: () => lines});
  return ['prefixes-newsreel', 'class-newsreel', 'property-newsreel', 'variables'];
}

/** Terms whose address begins with the text, or whose own name or label holds it. */
function matching(iris, terms, text) {
  const wanted = text.toLowerCase();
  const local = wanted.replace(/^.*[#/]/, '');
  const begins = iris.filter(iri => iri.toLowerCase().startsWith(wanted));
  const labelled = iris.filter(iri => {
    const labels = Object.values(terms.find(term => term.iri === iri).labels).join(' ').toLowerCase();
    return !begins.includes(iri) && local.length > 1 && (iri.toLowerCase().includes(local) || labels.includes(local));
  });
  return [...begins, ...labelled];
}
