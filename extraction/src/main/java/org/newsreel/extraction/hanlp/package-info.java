/** Names and times in Chinese text by HanLP's dictionaries and role tagging; no relations. */
package org.newsreel.extraction.hanlp;
