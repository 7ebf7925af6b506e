package org.newsreel.ontology.vocab;

/** The terms of the W3C Web Annotation Vocabulary that evidence uses. */
public final class Oa {
    public static final String NS = "http://www.w3.org/ns/oa#";

    public static final String SPECIFIC_RESOURCE = NS + "SpecificResource";

    public static final String TEXT_POSITION_SELECTOR = NS + "TextPositionSelector";

    public static final String TEXT_QUOTE_SELECTOR = NS + "TextQuoteSelector";

    public static final String FRAGMENT_SELECTOR = NS + "FragmentSelector";

    public static final String HAS_SOURCE = NS + "hasSource";

    public static final String HAS_SELECTOR = NS + "hasSelector";

    public static final String START = NS + "start";

    public static final String END = NS + "end";

    public static final String EXACT = NS + "exact";

    public static final String PREFIX = NS + "prefix";

    public static final String SUFFIX = NS + "suffix";

    private Oa() {}
}
