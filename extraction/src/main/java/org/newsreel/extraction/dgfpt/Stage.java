package org.newsreel.extraction.dgfpt;

/** What is read stage by stage; each stage attends to those before it. */
public enum Stage {
    OBJECTS,
    IMAGE,
    TEXT
}
