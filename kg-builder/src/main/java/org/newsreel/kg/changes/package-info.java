/** What every transaction added and removed, as RDF Patch, in step with the store whatever kills the process. */
package org.newsreel.kg.changes;
