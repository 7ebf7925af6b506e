/** Why a fact is in the graph: its statements, the models that made them, the words and frames that they rest on. */
package org.newsreel.kg.provenance;
