/** What stands behind a triple, as linked data: its statement nodes with all their evidence. */
package org.newsreel.api.provenance;
