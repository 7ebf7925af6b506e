/** What people decide, as commands and the service take it: words in, the decision and what it changed out. */
package org.newsreel.kg.review;
