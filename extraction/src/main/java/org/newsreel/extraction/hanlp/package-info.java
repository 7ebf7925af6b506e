/** Lets HanLP read its dictionaries from inside its jar. */
package org.newsreel.extraction.hanlp;
