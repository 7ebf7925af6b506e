/**
 * Items out to the tools that people annotate in, and back: what the annotators kept, dropped and added becomes decisions
 * on statements, and corrected documents to train on.
 */
package org.newsreel.kg.annotation;
