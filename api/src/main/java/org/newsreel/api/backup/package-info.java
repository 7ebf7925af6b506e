/** The whole store as one file, and back. */
package org.newsreel.api.backup;
