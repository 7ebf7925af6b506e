/** What expressions of time mean: calendar dates and spans, also those that depend on the day of writing. */
package org.newsreel.kg.time;
