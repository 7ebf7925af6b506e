/** The gate: no graph that breaks a shape is committed. */
package org.newsreel.kg.validation;
