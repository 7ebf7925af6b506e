package org.newsreel.kg.review;

import java.util.Optional;
import java.util.regex.Pattern;
import org.apache.jena.graph.Node;
import org.apache.jena.graph.NodeFactory;
import org.newsreel.kg.identity.Iris;
import org.newsreel.ontology.vocab.Prefixes;
import org.newsreel.ontology.vocab.Rdf;
import org.newsreel.ontology.vocab.Rdfs;

/** Understands how people write what a review speaks of. */
public final class ReviewTerms {
    private static final int LONGEST = 4000;
    private static final Pattern FORBIDDEN = Pattern.compile("[\\x00-\\x20<>\"{}|^`\\\\]");
    private static final Pattern LANGUAGE = Pattern.compile("[A-Za-z]{1,8}(-[A-Za-z0-9]{1,8})*");
    private static final Pattern OURS =
            Pattern.compile("(statement|restated)/[0-9a-f]{24}|(person|place|organization|thing|time)/[^:]+");

    private ReviewTerms() {}

    /**
     * An IRI in full, in angle brackets, under a known prefix ({@code id:statement/…}), or as it follows
     * {@link Iris#BASE}.
     *
     * @throws IllegalArgumentException in one sentence, when it is none of these
     */
    public static String iri(String term) {
        String bare = term.strip();
        if (bare.startsWith("<") && bare.endsWith(">")) {
            bare = bare.substring(1, bare.length() - 1);
        }
        if (OURS.matcher(bare).matches()) {
            bare = Iris.BASE + bare;
        }
        int colon = bare.indexOf(':');
        if (colon < 1 || bare.length() > LONGEST || FORBIDDEN.matcher(bare).find()) {
            throw new IllegalArgumentException(shortened(term) + " is no IRI: give it as explain or query prints it");
        }
        Iris.wellFormed(bare, "the IRI");
        String namespace = Prefixes.ALL.get(bare.substring(0, colon));
        return namespace == null ? bare : namespace + bare.substring(colon + 1);
    }

    /** A property: as {@link #iri}, or {@code a} for the type. */
    static Node property(String term) {
        return NodeFactory.createURI(term.equals("a") ? Rdf.TYPE : iri(term));
    }

    /** What a property leads to: a label such as {@code Port Sella@en} where the property is {@code rdfs:label}. */
    static Node object(Node property, String term) {
        if (!property.hasURI(Rdfs.LABEL)) {
            return NodeFactory.createURI(iri(term));
        }
        int at = term.lastIndexOf('@');
        String text = at < 0 ? "" : term.substring(0, at).strip();
        if (text.isEmpty() || !LANGUAGE.matcher(term.substring(at + 1)).matches()) {
            throw new IllegalArgumentException("a label is given with its language, as in Port Sella@en");
        }
        return NodeFactory.createLiteralLang(words(text, "label"), term.substring(at + 1));
    }

    /** Text for people, without what no file of the graph could hold. */
    static String words(String text, String what) {
        Iris.wellFormed(text, "the " + what);
        if (text.length() > LONGEST) {
            throw new IllegalArgumentException("the " + what + " has more than " + LONGEST + " characters: say less");
        }
        if (text.codePoints().anyMatch(c -> Character.isISOControl(c) && c != '\n' && c != '\t' && c != '\r')) {
            throw new IllegalArgumentException("the " + what + " has a control character: remove it");
        }
        return text.strip();
    }

    static Optional<String> note(Optional<String> note) {
        return note.map(text -> words(text, "note")).filter(text -> !text.isEmpty());
    }

    private static String shortened(String term) {
        return term.length() <= 100 ? term : term.substring(0, 100) + "…";
    }
}
