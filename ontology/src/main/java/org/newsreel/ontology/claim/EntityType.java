package org.newsreel.ontology.claim;

/** The types that mentions, chains and regions can have. The constant's name is what stands in the JSON. */
public enum EntityType {
    /** A person or a group of persons. */
    PER,
    /** A place: country, city, region, building, site. */
    LOC,
    /** An organisation: company, agency, party, team, school. */
    ORG,
    /** A date, a time of day, a period. */
    TIME,
    /** Objects, works, events and whatever else has a name. */
    MISC
}
