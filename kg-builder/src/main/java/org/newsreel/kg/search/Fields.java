package org.newsreel.kg.search;

/** Names of the index' fields. */
final class Fields {
    /** What tells documents apart: kind and id. */
    static final String KEY = "key";

    static final String KIND = "kind";
    static final String ID = "id";

    /** The id of an item once more, to be sorted by. */
    static final String ORDER = "order";

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

    /** Relations to other entities, of an entity of the merged graph. */
    static final String FACTS = "facts";

    /** What an item states, types and names included. */
    static final String STATEMENTS = "statements";

    static final String VIDEOS = "videos";
    static final String PICTURES = "pictures";

    /** Role and name of each model that an item's claims are from. */
    static final String MODEL = "model";

    private Fields() {}
}
