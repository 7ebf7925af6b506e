package org.newsreel.training.world;

/** Somebody who does not exist. */
public record Person(String name, Look look) {}
