/** Requests that try to do harm, put to the running service. */
package org.newsreel.api.hostile;
