/** API keys: who may read, bring news in, or change everything. No Quarkus here: the command line makes them too. */
package org.newsreel.api.keys;
