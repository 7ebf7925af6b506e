/** The graph as files. */
package org.newsreel.kg.exchange;
