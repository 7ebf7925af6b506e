/**
 * Extraction of a corpus on Apache Spark. The driver lists the places of the items ({@link org.newsreel.corpus.WorkUnit}),
 * packs them into tasks of like cost ({@link org.newsreel.corpus.WorkPlan}), and gathers what became of each item
 * ({@link org.newsreel.corpus.ItemOutcome}); executors read, extract and write one checkpoint an item
 * ({@link org.newsreel.corpus.Checkpoints}), so that whoever is killed, nothing finished is done twice. Not part of the
 * distribution: see docs/decisions/0016.
 */
package org.newsreel.corpus;
