/** Tests of backup and restore over HTTP. */
package org.newsreel.api.backup;
