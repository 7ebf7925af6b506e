/** Decisions on statements over HTTP. */
package org.newsreel.api.statements;
