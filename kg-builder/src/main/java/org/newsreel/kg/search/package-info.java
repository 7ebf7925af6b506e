/**
 * Finds entities and items by name: a Lucene index beside the store, kept from its log of changes and made anew when it is
 * missing or damaged. decisions/0018 says why.
 */
package org.newsreel.kg.search;
