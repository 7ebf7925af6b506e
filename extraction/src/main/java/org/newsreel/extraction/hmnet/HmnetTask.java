package org.newsreel.extraction.hmnet;

/** What a network decides. */
public enum HmnetTask {
    /** A BIO tag for every token (section 3.5, eq. 10). */
    ENTITIES,
    /** One relation of a marked pair (section 3.5, eq. 11). */
    RELATIONS
}
