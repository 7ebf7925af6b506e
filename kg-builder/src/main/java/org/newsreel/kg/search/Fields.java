package org.newsreel.kg.search;

/** Names of the index' fields. */
final class Fields {
    /** What tells documents apart: kind and id. */
    static final String KEY = "key";

    static final String KIND = "kind";
    static final String ID = "id";
    static final String TYPE = "type";
    static final String NAME = "name";
    static final String LABEL = "label";
    static final String PUBLISHED = "published";

    /** Whole names, each one term. */
    static final String WHOLE = "whole";

    /** Words of names. */
    static final String WORDS = "words";

    /** Words of the article. */
    static final String TEXT = "text";

    static final String COUNT = "count";

    private Fields() {}
}
