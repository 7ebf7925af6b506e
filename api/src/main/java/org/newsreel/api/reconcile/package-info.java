/**
 * The Reconciliation Service API 0.2 (W3C Entity Reconciliation Community Group,
 * reconciliation-api.github.io/specs/0.2), as OpenRefine calls it.
 */
package org.newsreel.api.reconcile;
