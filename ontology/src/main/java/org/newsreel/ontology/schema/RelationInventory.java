package org.newsreel.ontology.schema;

/** The published label sets that the schema unites. */
public enum RelationInventory {
    /** M3D, 34 labels with None. */
    M3D,
    /** MDocRE, 21 labels. */
    MDOCRE,
    /** MNRE, 23 labels with None. */
    MNRE
}
